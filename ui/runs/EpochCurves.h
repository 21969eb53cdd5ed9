#pragma once

#include "core/metrics/TrainMetrics.h"

#include <QPointF>

#include <functional>
#include <vector>

namespace fissure::ui {

/// Points of one figure over the epochs; epoch n ends at x = n.
using TrainFigure = std::function<double(const SplitMetrics&)>;

inline std::vector<QPointF> trainCurve(const std::vector<EpochMetrics>& epochs, const TrainFigure& figure) {
    std::vector<QPointF> points;
    points.reserve(epochs.size());
    for (const EpochMetrics& epoch : epochs) {
        points.emplace_back(epoch.epoch, figure(epoch.train));
    }
    return points;
}

/// Epochs without validation are left out.
inline std::vector<QPointF> validationCurve(const std::vector<EpochMetrics>& epochs,
                                            const TrainFigure& figure) {
    std::vector<QPointF> points;
    points.reserve(epochs.size());
    for (const EpochMetrics& epoch : epochs) {
        if (epoch.validation) {
            points.emplace_back(epoch.epoch, figure(*epoch.validation));
        }
    }
    return points;
}

/// Where a step lies on an axis of epochs.
inline double epochsAt(const StepMetrics& step) {
    return step.stepsInEpoch > 0 ? step.epoch - 1 + static_cast<double>(step.step) / step.stepsInEpoch
                                 : step.epoch;
}

inline double lossOf(const SplitMetrics& split) {
    return split.loss;
}
inline double accuracyOf(const SplitMetrics& split) {
    return split.confusion.accuracy();
}

} // namespace fissure::ui
