#pragma once

#include "core/base/Clock.h"
#include "core/store/WriteConnection.h"

#include <string>

namespace fissure {

/// Within a write(): enters the folder into the list of data sets, or takes its new fingerprint where it is
/// in there. An empty fingerprint leaves the one that is known.
void putDatasetRow(WriteConnection& connection, const std::string& folder, const std::string& fingerprint,
                   WallTime now);

} // namespace fissure
