#include "core/engine/backbones/Classifier.h"

namespace fissure {

Classifier::Classifier(Backbone backbone)
    : m_featureExtractor(register_module("feature_extractor", makeBackbone(backbone)))
    , m_classifier(register_module("classifier",
                                   torch::nn::Sequential(torch::nn::ReLU(), torch::nn::Linear(1000, 1)))) {}

torch::Tensor Classifier::forward(const torch::Tensor& images) {
    const torch::Tensor scores = m_featureExtractor->forward(images); // [N, 1000]
    return m_classifier->forward(scores).flatten();                   // [N, 1] to [N]
}

std::int64_t Classifier::parameterCount() const {
    std::int64_t count = 0;
    for (const torch::Tensor& parameter : parameters()) {
        count += parameter.numel();
    }
    return count;
}

void Classifier::useChannelsLast() {
    for (torch::Tensor& parameter : parameters()) {
        if (parameter.dim() == 4) {
            parameter.set_data(parameter.detach().contiguous(torch::MemoryFormat::ChannelsLast));
        }
    }
}

} // namespace fissure
