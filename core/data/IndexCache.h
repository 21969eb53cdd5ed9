#pragma once

#include "core/data/FolderStamp.h"
#include "core/data/ProposalIndex.h"

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <optional>

namespace fissure {

/// A folder as it was scanned, before its path cache was looked at.
struct ScannedNames {
    ProposalIndex index;
    FolderStamp stamp;        ///< taken before the scan
    std::int64_t entries = 0; ///< all that the folder holds, files that are no proposals included
};

/// The index that storeIndex() has kept of the folder, found by its canonical path. Nothing where none is
/// kept, where the folder or a file beside its crops has changed since (by inode, time and size) or holds
/// another number of entries, and where what is kept is damaged, cut off or of another program. Reads no
/// crop's facts: sizes, which fingerprints need, are no part of it.
std::optional<ProposalIndex> loadIndex(const std::filesystem::path& cache,
                                       const std::filesystem::path& folder);

/// Keeps an index in the folder cache, which is made where its parent is there, under an atomic rename; the
/// oldest beyond kKeptIndexes go. What cannot be written is not kept: that costs the next scan time and
/// nothing else.
void storeIndex(const std::filesystem::path& cache, const ScannedNames& scanned);

inline constexpr std::size_t kKeptIndexes = 16;

} // namespace fissure
