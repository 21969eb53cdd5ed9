#pragma once

#include <torch/torch.h>

namespace fissure {

/// Within its scope the network neither trains nor records gradients: batch normalisation uses its running
/// statistics and leaves them alone.
class EvalMode {
public:
    explicit EvalMode(torch::nn::Module& network) : m_network(network), m_wasTraining(network.is_training()) {
        m_network.eval();
    }

    ~EvalMode() { m_network.train(m_wasTraining); }

    EvalMode(const EvalMode&) = delete;
    EvalMode& operator=(const EvalMode&) = delete;

private:
    torch::NoGradGuard m_noGrad;
    torch::nn::Module& m_network;
    bool m_wasTraining;
};

} // namespace fissure
