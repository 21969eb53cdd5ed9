#include "core/data/FolderStamp.h"

#include "core/data/PathCache.h"
#include "core/data/ProposalIndex.h"

#include <algorithm>
#include <sys/stat.h>

namespace fissure {

namespace fs = std::filesystem;

namespace {

std::int64_t nanoseconds(const timespec& time) {
    return std::int64_t{time.tv_sec} * 1'000'000'000 + time.tv_nsec;
}

} // namespace

FileStamp stampOfFile(const fs::path& file) {
    struct stat facts {};
    if (::stat(file.c_str(), &facts) != 0) {
        return {};
    }
    return {static_cast<std::int64_t>(facts.st_ino), std::int64_t{facts.st_size}, nanoseconds(facts.st_mtim),
            nanoseconds(facts.st_ctim)};
}

std::int64_t FolderStamp::changedNs() const {
    return std::ranges::max(files, {}, &FileStamp::changedNs).changedNs;
}

std::optional<FolderStamp> stampOfFolder(const fs::path& folder) {
    std::error_code error;
    if (!fs::is_directory(folder, error)) {
        return std::nullopt;
    }
    const fs::path beside = folderOfPathCachesBeside(folder);
    return FolderStamp{{stampOfFile(folder), stampOfFile(folder / kManifestFile),
                        stampOfFile(folder / kPathCacheFiles[0]), stampOfFile(folder / kPathCacheFiles[1]),
                        stampOfFile(beside / kPathCacheFiles[0]), stampOfFile(beside / kPathCacheFiles[1])}};
}

} // namespace fissure
