#pragma once

#include <array>
#include <cstdint>
#include <filesystem>
#include <optional>

namespace fissure {

/// What a file system says of a file or folder without looking into it; all 0 where there is none. Times are
/// nanoseconds since 1970.
struct FileStamp {
    std::int64_t inode = 0;
    std::int64_t size = 0;
    std::int64_t modifiedNs = 0; ///< may be set at will
    std::int64_t changedNs = 0;  ///< set by the file system alone, also where the other time is set back

    bool operator==(const FileStamp&) const = default;
};

FileStamp stampOfFile(const std::filesystem::path& file);

/// What changes when anything does that a scan of a folder of proposals goes by: the folder, its manifest,
/// and the path caches in it and beside it. What stands in the crops is no part of it.
struct FolderStamp {
    std::array<FileStamp, 6> files; ///< the folder's own first

    bool operator==(const FolderStamp&) const = default;

    /// When the youngest change was made.
    std::int64_t changedNs() const;
};

/// Nothing where there is no such folder.
std::optional<FolderStamp> stampOfFolder(const std::filesystem::path& folder);

} // namespace fissure
