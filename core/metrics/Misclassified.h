#pragma once

#include "core/metrics/TrainMetrics.h"

#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace fissure {

/// IoU above which the reference work counts a proposal as crack.
inline constexpr double kReferenceLabelIou = 0.5;

/// What comes first in a list of wrong predictions.
enum class ErrorOrder {
    Loss,       ///< the largest loss
    Confidence, ///< the surest wrong answer: the probability farthest from the decision threshold
    Iou,        ///< the highest IoU
    Distance,   ///< the IoU nearest to the label threshold: those whose label is a matter of taste
};

/// "loss", "confidence", "iou", "distance"
std::optional<ErrorOrder> errorOrderFromName(std::string_view name);

/// The wrong predictions at a probability threshold, in the order given.
std::vector<Prediction> misclassified(std::span<const Prediction> predictions, double threshold);

/// True where a belongs before b; ties go by file name, so that the order is total.
bool comesBefore(const Prediction& a, const Prediction& b, ErrorOrder order, double threshold,
                 double labelIou);

void sortErrors(std::vector<Prediction>& predictions, ErrorOrder order, double threshold, double labelIou);

} // namespace fissure
