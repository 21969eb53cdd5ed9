#include "core/metrics/Misclassified.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <iterator>
#include <limits>

namespace fissure {

namespace {

constexpr std::array<std::string_view, 4> kOrderNames{"loss", "confidence", "iou", "distance"};

double valueOf(const Prediction& prediction, ErrorOrder order, double threshold, double labelIou) {
    switch (order) {
    case ErrorOrder::Loss:
        return prediction.loss;
    case ErrorOrder::Confidence:
        return std::abs(prediction.probability - threshold);
    case ErrorOrder::Iou:
        return prediction.iou;
    case ErrorOrder::Distance:
        return -std::abs(prediction.iou - labelIou);
    }
    return 0.0;
}

/// Larger comes first. What is not a number comes last: comparing it as it is would be no order at all.
double rankOf(const Prediction& prediction, ErrorOrder order, double threshold, double labelIou) {
    const double value = valueOf(prediction, order, threshold, labelIou);
    return std::isnan(value) ? -std::numeric_limits<double>::infinity() : value;
}

} // namespace

std::optional<ErrorOrder> errorOrderFromName(std::string_view name) {
    const auto found = std::ranges::find(kOrderNames, name);
    if (found == kOrderNames.end()) {
        return std::nullopt;
    }
    return static_cast<ErrorOrder>(found - kOrderNames.begin());
}

std::vector<Prediction> misclassified(std::span<const Prediction> predictions, double threshold) {
    std::vector<Prediction> wrong;
    std::ranges::copy_if(predictions, std::back_inserter(wrong), [threshold](const Prediction& prediction) {
        return prediction.predicted(threshold) != prediction.label;
    });
    return wrong;
}

bool comesBefore(const Prediction& a, const Prediction& b, ErrorOrder order, double threshold,
                 double labelIou) {
    const double rankA = rankOf(a, order, threshold, labelIou);
    const double rankB = rankOf(b, order, threshold, labelIou);
    return rankA != rankB ? rankA > rankB : a.file < b.file;
}

void sortErrors(std::vector<Prediction>& predictions, ErrorOrder order, double threshold, double labelIou) {
    std::ranges::sort(predictions, [&](const Prediction& a, const Prediction& b) {
        return comesBefore(a, b, order, threshold, labelIou);
    });
}

} // namespace fissure
