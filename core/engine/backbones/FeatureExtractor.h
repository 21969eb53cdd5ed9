#pragma once

#include <torch/torch.h>

#include <functional>

namespace fissure {

/// A backbone with its 1000-way output: images [N, 3, H, W] to class scores [N, 1000]. Its parameters and
/// buffers carry torchvision's names, so that torchvision's weights load by key.
class FeatureExtractor : public torch::nn::Module {
public:
    /// Called with the output of each block, a place where a pass can be left.
    using BlockObserver = std::function<void(const torch::Tensor&)>;

    virtual torch::Tensor forward(torch::Tensor x) = 0;

    void observeBlocks(BlockObserver observer) { m_observer = std::move(observer); }

protected:
    void blockDone(const torch::Tensor& x) const {
        if (m_observer) {
            m_observer(x);
        }
    }

private:
    BlockObserver m_observer;
};

} // namespace fissure
