#pragma once

#include "core/data/CutImage.h"

#include <cstdint>
#include <filesystem>
#include <fstream>

namespace fissure {

/// The sub-folder of a folder in which a data set grows that holds its journal. Where it is, what is around
/// it was not published.
inline constexpr const char* kJournalFolder = ".finished";

/// Writes down which photographs of a build are done, as soon as they are: their rows of the manifest and of
/// sources.csv, in files of those names, in the order in which they were done. By it the next build takes
/// over what one that was killed has made. Nothing is synchronised: a crop that a loss of power took, or half
/// a row, shows by the photograph's digest. A journal that cannot be written ends where it is.
class BuildJournal {
public:
    /// staging: the folder that the crops are in.
    explicit BuildJournal(const std::filesystem::path& staging);

    void add(const CutImage& image);

    /// Gives the room back that it takes; nothing is added from then on.
    void discard();

    /// Photographs that were added.
    std::int64_t count() const { return m_count; }

private:
    std::filesystem::path m_folder;
    std::ofstream m_manifest;
    std::ofstream m_sources;
    std::int64_t m_count = 0;
};

} // namespace fissure
