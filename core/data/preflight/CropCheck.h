#pragma once

#include "core/base/Result.h"
#include "core/data/ProposalIndex.h"

#include <cstdint>
#include <filesystem>
#include <functional>
#include <stop_token>
#include <string>
#include <vector>

namespace fissure {

/// Why a crop cannot be used.
enum class CropDamage {
    Empty,      ///< a file of 0 bytes
    Broken,     ///< truncated or corrupt
    NotAnImage, ///< of another kind, whatever its name says
    TooLarge,   ///< by its header, before anything is decoded
    Unreadable, ///< it is gone or must not be read
};

struct DamagedCrop {
    std::string file; ///< name within its folder
    CropDamage damage = CropDamage::Broken;
    Text reason; ///< one clause

    bool operator==(const DamagedCrop&) const = default;
};

/// What decoding told of crops.
struct CropCheck {
    /// By proposal: a hash of its size and decoded pixels, so that equal pixels are known whatever the files'
    /// compression; 0 where it cannot be decoded. 64 bits: among a million crops two of different pixels are
    /// taken for equal with a probability of 3e-8.
    std::vector<std::uint64_t> pixels;
    std::vector<DamagedCrop> damaged; ///< in the order of the proposals

    bool operator==(const CropCheck&) const = default;
};

struct CropCheckOptions {
    int threads = 0;             ///< 0: one for each core
    std::filesystem::path cache; ///< folder in which hashes are kept for the next time; empty: they are not
};

/// done of total crops; called on the thread that asked for the check.
using CheckProgressCallback = std::function<void(std::int64_t done, std::int64_t total)>;

/// Decodes every crop of the folder. Where the cache has the hashes of files of these names, sizes and times,
/// only those are decoded that could not be before. Memory is bounded by an image a thread. Acts on a stop
/// within an image; fails with Stopped, OutOfMemory or Internal.
Result<CropCheck> checkCrops(const std::filesystem::path& folder, const std::vector<Proposal>& proposals,
                             const CropCheckOptions& options, const CheckProgressCallback& onProgress,
                             const std::stop_token& stop);

} // namespace fissure
