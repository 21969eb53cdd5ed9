#pragma once

#include "core/base/Clock.h"
#include "core/base/Result.h"
#include "core/base/Workspace.h"

#include <filesystem>
#include <string>

namespace fissure {

/// Enters a folder of proposals into the workspace's list of data sets, or takes its new fingerprint where it
/// is in there. fingerprint: of all its proposals. Fails as DatasetStore does.
Result<void> listDataset(const Workspace& workspace, const Clock& clock, const std::filesystem::path& folder,
                         const std::string& fingerprint);

} // namespace fissure
