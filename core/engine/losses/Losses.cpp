#include "core/engine/losses/Losses.h"

namespace fissure {

torch::Tensor bceLoss(const torch::Tensor& logits, const torch::Tensor& labels) {
    using Options = torch::nn::functional::BinaryCrossEntropyWithLogitsFuncOptions;
    return torch::nn::functional::binary_cross_entropy_with_logits(logits, labels,
                                                                   Options().reduction(torch::kNone));
}

torch::Tensor focalLoss(const torch::Tensor& logits, const torch::Tensor& labels, double alpha,
                        double gamma) {
    // 1 - p_t straight from the logits: the difference would round to 0 for sure samples, where the gradient
    // of the power is infinite for gamma below 1.
    const torch::Tensor wrongProbability = torch::sigmoid(logits * (1 - 2 * labels)); // [N]
    torch::Tensor losses = bceLoss(logits, labels) * wrongProbability.pow(gamma);
    if (alpha >= 0.0) {
        losses = losses * (alpha * labels + (1.0 - alpha) * (1 - labels));
    }
    return losses;
}

torch::Tensor sampleLosses(const RunConfig& config, const torch::Tensor& logits,
                           const torch::Tensor& labels) {
    return config.loss == Loss::Focal ? focalLoss(logits, labels, config.focalAlpha, config.focalGamma)
                                      : bceLoss(logits, labels);
}

} // namespace fissure
