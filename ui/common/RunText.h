#pragma once

#include "core/base/Ids.h"
#include "core/metrics/TrainMetrics.h"
#include "core/store/RunRecord.h"
#include "ui/common/Palette.h"

#include <QIcon>
#include <QString>

#include <chrono>
#include <optional>

namespace fissure::ui {

/// "Finished", "Failed": translated, for a column or a headline.
QString statusText(RunStatus status);
QIcon statusIcon(RunStatus status);
Meaning meaningOf(RunStatus status);
/// True for a run that has a row and no end yet.
bool isLiving(RunStatus status);

/// Why a run ended, as a clause: translated from what the run was and did, or the stored text of a failed
/// one. Empty for a living run.
QString endText(RunStatus status, int wholeEpochs, const RunConfig& config, const std::string& stored);
/// "Finished: all 8 epochs are done"
QString statusWithEnd(const RunSummary& run);

/// What the kept weights gave on the validation proposals; nullptr where there is no such epoch.
const SplitMetrics* bestValidation(const RunSummary& run);

/// From the start to the end, of a living run to now, without pauses; nothing where the end is not known.
std::optional<std::chrono::milliseconds> durationOf(const RunSummary& run, WallTime now);

/// "crack" or "no crack"
QString labelText(int label);

} // namespace fissure::ui
