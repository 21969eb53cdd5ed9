#pragma once

#include "core/metrics/ConfusionMatrix.h"
#include "core/metrics/TrainMetrics.h"

#include <cstdint>
#include <span>
#include <string>

namespace fissure {

/// Precision, recall and F1 of one class; fractions in [0, 1].
struct ClassFigures {
    double precision = 0.0;
    double recall = 0.0;
    double f1 = 0.0;
    std::int64_t support = 0; ///< proposals of the class (all of them in the averages)
};

/// What scikit-learn's classification_report says of a confusion matrix.
struct ClassificationReport {
    ClassFigures noCrack;
    ClassFigures crack;
    double accuracy = 0.0;
    ClassFigures macroAverage;
    ClassFigures weightedAverage;

    static ClassificationReport of(const ConfusionMatrix& matrix);

    /// The table in scikit-learn's layout with the classes named "no crack" and "crack", two decimals.
    std::string text() const;
};

/// Counts predictions at a probability threshold. labelIou > 0 makes the labels anew, as a run with that
/// label threshold would: see labelAt().
ConfusionMatrix countAt(std::span<const Prediction> predictions, double threshold, double labelIou = 0.0);

} // namespace fissure
