#pragma once

#include "core/base/Result.h"
#include "core/config/RunConfig.h"

#include <QJsonObject>

namespace fissure::ui {

/// A configuration as a part of a larger JSON text of Qt's, with the keys and values of
/// core/config/ConfigJson.
QJsonObject toObject(const RunConfig& config);

/// Fails as configFromJson() does; what is absent keeps its default.
Result<RunConfig> configFromObject(const QJsonObject& object);

} // namespace fissure::ui
