#pragma once

#include "core/data/ProposalIndex.h"

#include <array>
#include <filesystem>
#include <string_view>

namespace fissure {

/// The names under which the reference work keeps what it found in its folders when it first looked: a plain
/// JSON list of file names. It reads them ever after, and so trains on files that came since not at all.
inline constexpr std::array<const char*, 2> kPathCacheFiles{"train_image_paths.json",
                                                            "valid_image_paths.json"};

/// Where path caches beside a folder of proposals stand.
std::filesystem::path folderOfPathCachesBeside(const std::filesystem::path& folder);

/// Takes the index of a whole folder back to what the folder's path cache names, as the reference would train
/// on it; the others become its unlisted ones. A path cache belongs to a folder
/// - where it stands in it; of two, the one that has the folder's name (train or valid), else neither;
/// - where it stands beside the folder and has its name: train_image_paths.json beside train;
/// - where it is the only one beside a folder of another name, and no folder of its own name is there.
///
/// It is refused, and the index left as it is, where it is older than the folder's last change, where it
/// names a file that is not there, or where it is no list of names. That, and which part of the folder a path
/// cache leaves out, is said in the index's warnings.
void applyPathCache(ProposalIndex& index);

} // namespace fissure
