#pragma once

#include "core/base/FileLock.h"
#include "core/base/Result.h"

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <span>
#include <string>

namespace fissure {

/// What has come of a file so far: "NAME.part" beside its place, and in "NAME.part.version" by what the
/// server knows the content. Nobody else writes to it as long as this lives, other programs included.
class PartFile {
public:
    /// Makes folder and part where they are missing. Fails with Unwritable, or with Busy while another
    /// download of the file is under way.
    static Result<PartFile> open(const std::filesystem::path& file);

    const std::filesystem::path& path() const { return m_part; }
    std::int64_t size() const { return m_size; }
    /// The ETag or the date of the content; empty where the server gave none.
    std::string version() const;

    /// Begins anew, with nothing, on content of that version.
    Result<void> restart(const std::string& version);
    Result<void> append(std::span<const std::byte> bytes);

    /// The part, which is whole, becomes the file.
    Result<void> finish();
    void remove();

private:
    PartFile(std::filesystem::path file, std::filesystem::path part, FileLock lock, std::int64_t size);

    std::filesystem::path m_file;
    std::filesystem::path m_part;
    std::filesystem::path m_versionFile;
    FileLock m_lock;
    std::int64_t m_size;
};

} // namespace fissure
