#pragma once

#include "core/metrics/Misclassified.h"
#include "ui/gallery/MarkChoice.h"

namespace fissure::ui {

/// Which proposals a gallery shows.
enum class OutcomeChoice { Misclassified, FalsePositives, FalseNegatives, All };

/// Everything a user may ask of the gallery of one run. Bounds belong to their range.
struct ErrorFilter {
    double threshold = 0.5; ///< probability from which on a proposal is called crack
    OutcomeChoice outcomes = OutcomeChoice::Misclassified;
    ErrorOrder order = ErrorOrder::Loss;
    double lowestIou = 0.0;
    double highestIou = 1.0;
    double lowestProbability = 0.0;
    double highestProbability = 1.0;
    MarkChoice marks = MarkChoice::All;

    bool operator==(const ErrorFilter&) const = default;
};

/// Proposals within the ranges and of the marks of a filter, counted by outcome at its threshold.
struct OutcomeCounts {
    int correct = 0;
    int falsePositives = 0;
    int falseNegatives = 0;

    bool operator==(const OutcomeCounts&) const = default;

    int wrong() const { return falsePositives + falseNegatives; }
    int total() const { return correct + wrong(); }
};

} // namespace fissure::ui
