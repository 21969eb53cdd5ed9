#pragma once

#include "core/data/ProposalIndex.h"

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <vector>

namespace fissure {

/// Keeps what CropCheck::pixels says of certain files of a folder, as long as none of them changes its name,
/// size, inode or either time and they would be decoded by the same program. The oldest beyond
/// kKeptPixelLists go.
class PixelCache {
public:
    /// cache: the folder to keep it in; empty: nothing is kept. The files are looked at here, before they are
    /// decoded: one that changes meanwhile is decoded anew the next time.
    PixelCache(const std::filesystem::path& cache, const std::filesystem::path& folder,
               const std::vector<Proposal>& proposals);

    /// Nothing where they are not kept, or not readable.
    std::optional<std::vector<std::uint64_t>> read() const;

    /// Where it cannot be written the work is done again the next time; that is all.
    void write(const std::vector<std::uint64_t>& pixels) const;

private:
    std::filesystem::path m_file;
    std::size_t m_count;
};

inline constexpr std::size_t kKeptPixelLists = 16;

} // namespace fissure
