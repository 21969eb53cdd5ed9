#pragma once

#include "core/base/Ids.h"
#include "core/metrics/TrainMetrics.h"
#include "core/store/RunRecord.h"
#include "ui/common/Palette.h"

#include <QIcon>
#include <QString>

#include <optional>

namespace fissure::ui {

/// "Finished", "Failed": translated, for a column or a headline.
QString statusText(RunStatus status);
QIcon statusIcon(RunStatus status);
Meaning meaningOf(RunStatus status);
/// True for a run that has a row and no end yet.
bool isLiving(RunStatus status);

/// "crack" or "no crack"
QString labelText(int label);

} // namespace fissure::ui
