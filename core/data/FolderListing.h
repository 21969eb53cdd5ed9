#pragma once

#include "core/base/Result.h"
#include "core/metrics/TrainMetrics.h"

#include <filesystem>
#include <vector>

namespace fissure {

/// What a folder holds, hidden files and sub-folders left out.
struct FolderListing {
    std::vector<std::filesystem::path> names; ///< of its files, sorted
    std::vector<SkippedFile> unusable;        ///< links that lead nowhere and the like
};

/// Fails with NotFound or Unreadable.
Result<FolderListing> listFolder(const std::filesystem::path& folder);

} // namespace fissure
