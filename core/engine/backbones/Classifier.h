#pragma once

#include "core/engine/backbones/Backbones.h"

#include <torch/torch.h>

#include <cstdint>
#include <memory>

namespace fissure {

/// The crack / no-crack classifier: a backbone with its 1000 class scores, then ReLU and one linear unit.
/// Keys are feature_extractor.* and classifier.1.*.
class Classifier final : public torch::nn::Module {
public:
    explicit Classifier(Backbone backbone);

    /// Images [N, 3, H, W] to logits of crack [N], for any N.
    torch::Tensor forward(const torch::Tensor& images);

    std::int64_t parameterCount() const;

    /// Convolution weights in the order N, H, W, C, in which the processor's kernels are faster.
    void useChannelsLast();

    FeatureExtractor& backbone() { return *m_featureExtractor; }

private:
    std::shared_ptr<FeatureExtractor> m_featureExtractor;
    torch::nn::Sequential m_classifier;
};

} // namespace fissure
