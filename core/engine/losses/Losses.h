#pragma once

#include "core/config/RunConfig.h"

#include <torch/torch.h>

namespace fissure {

/// Binary cross-entropy from logits, a sample each: logits [N] and labels [N] (0 or 1) to losses [N].
torch::Tensor bceLoss(const torch::Tensor& logits, const torch::Tensor& labels);

/// Sigmoid focal loss (Lin et al. 2017) as torchvision.ops.sigmoid_focal_loss has it, a sample each. alpha
/// weighs crack, 1 - alpha no crack; a negative alpha leaves the classes unweighted. gamma >= 0.
torch::Tensor focalLoss(const torch::Tensor& logits, const torch::Tensor& labels, double alpha, double gamma);

/// The configured loss, a sample each; training minimises its mean.
torch::Tensor sampleLosses(const RunConfig& config, const torch::Tensor& logits, const torch::Tensor& labels);

} // namespace fissure
