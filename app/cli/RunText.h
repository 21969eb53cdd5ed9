#pragma once

#include "core/metrics/ClassificationReport.h"
#include "core/store/RunRecord.h"

#include <optional>
#include <string>

namespace fissure::cli {

/// Text of runs for people: percent, durations and tables for a terminal.

/// "87.5 %"
std::string percent(double fraction);

/// One line on an epoch: losses, accuracies and the crack figures, the best one marked.
std::string epochLine(const EpochMetrics& epoch, int epochs);

/// scikit-learn's table and the confusion matrix under it.
std::string reportText(const ConfusionMatrix& matrix);

/// "12 min 30 s" without pauses, of a run that is over; "-" of one that is not.
std::string durationOf(const RunSummary& run);

} // namespace fissure::cli
