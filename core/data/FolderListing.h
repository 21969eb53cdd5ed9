#pragma once

#include "core/base/Result.h"
#include "core/data/FolderEntry.h"
#include "core/metrics/TrainMetrics.h"

#include <filesystem>
#include <functional>
#include <optional>
#include <string_view>
#include <vector>

namespace fissure {

/// Hears of one entry: its name, and its kind where the folder itself says it, which it does not for links
/// nor on every file system; examineEntry() finds out.
using EntryVisitor = std::function<void(std::string_view name, std::optional<FolderEntry::Kind> kind)>;

/// Goes through all entries of a folder but "." and "..", in no order. Nothing but the folder is looked at: a
/// million entries take half a second. Fails with NotFound or Unreadable.
Result<void> visitFolder(const std::filesystem::path& folder, const EntryVisitor& visit);

/// What a folder holds, hidden files and sub-folders left out.
struct FolderListing {
    std::vector<std::filesystem::path> names; ///< of its files, sorted
    std::vector<SkippedFile> unusable;        ///< links that lead nowhere and the like
    bool hasSubfolders = false;               ///< that are not hidden
};

/// Fails with NotFound or Unreadable.
Result<FolderListing> listFolder(const std::filesystem::path& folder);

} // namespace fissure
