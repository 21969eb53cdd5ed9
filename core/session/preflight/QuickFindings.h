#pragma once

#include "core/base/Result.h"
#include "core/metrics/Finding.h"
#include "core/session/preflight/RunSide.h"
#include "core/session/preflight/SettingFindings.h"

#include <vector>

namespace fissure {

// The checks before a run that cost next to nothing: no crop is opened. They fail as visitManifest() does.

/// What the folders by themselves and against each other tell: names, manifests, descriptions and labels.
Result<std::vector<Finding>> dataFindings(const RunConfig& config, const RunSides& sides);

/// Those of data and settings, gravest first.
Result<std::vector<Finding>> quickFindings(const RunConfig& config, const RunSides& sides,
                                           const MachineFacts& machine);

} // namespace fissure
