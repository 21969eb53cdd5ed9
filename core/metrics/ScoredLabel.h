#pragma once

#include "core/metrics/LabelRule.h"
#include "core/metrics/TrainMetrics.h"

#include <cmath>

namespace fissure {

/// What measures of probabilities see of a prediction.
struct ScoredLabel {
    double probability = 0.0;
    int label = 0;

    /// labelIou as labelAt() takes it. A probability that is no number, of a diverged run, becomes 0: it is
    /// predicted as no crack, too.
    static ScoredLabel of(const Prediction& prediction, double labelIou) {
        return {std::isnan(prediction.probability) ? 0.0 : prediction.probability,
                labelAt(prediction, labelIou)};
    }
};

} // namespace fissure
