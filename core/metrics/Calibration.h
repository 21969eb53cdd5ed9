#pragma once

#include "core/metrics/TrainMetrics.h"

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace fissure {

inline constexpr int kCalibrationBins = 10;

/// The proposals whose probability lies within (low, high]; the first bin has 0, too.
struct CalibrationBin {
    double low = 0.0;
    double high = 0.0;
    std::int64_t count = 0;
    double meanProbability = 0.0; ///< 0 where there is none
    double crackFraction = 0.0;   ///< of the proposals that are crack; 0 where there is none

    bool operator==(const CalibrationBin&) const = default;
};

/// How far probabilities can be taken at their word. A probability that is no number counts as 0.
struct Calibration {
    /// The mean squared distance of probability and label.
    double brierScore = 0.0;
    /// The expected calibration error: the mean distance of meanProbability and crackFraction over all
    /// proposals (Naeini et al. 2015, of the probability of crack, in bins of equal width).
    double expectedError = 0.0;
    /// The reliability diagram, empty bins included; the others are scikit-learn's calibration_curve.
    std::vector<CalibrationBin> bins;

    /// labelIou > 0 makes the labels anew, see labelAt(). bins: 1 or more. Nothing without predictions.
    static std::optional<Calibration> of(std::span<const Prediction> predictions, double labelIou = 0.0,
                                         int bins = kCalibrationBins);
};

} // namespace fissure
