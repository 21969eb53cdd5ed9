#pragma once

#include "core/base/Files.h"
#include "core/base/Result.h"

#include <atomic>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace fissure {

/// The folder that a build writes its files into. Nothing is synchronised: the whole folder is, once, before
/// it is published. Safe from any thread.
class CropFolder {
public:
    explicit CropFolder(std::filesystem::path folder);

    const std::filesystem::path& path() const { return m_folder; }

    /// The whole file or none, in the place of one of that name. Fails with Unwritable.
    Result<void> write(const std::string& name, std::string_view text);

    void remove(const std::string& name);

    /// A write failed for want of space on the disk, since forgetFull() where that was called.
    bool isFull() const { return m_isFull; }
    void forgetFull() { m_isFull = false; }

    /// The size of the last file that there was no space for; 0 where there was for all.
    std::uintmax_t refusedBytes() const { return m_refusedBytes; }

    /// What the crops of a photograph take on the disk on average, in whole blocks, by those that were
    /// written so far or found no space; 0 where there was none.
    double meanBatchBytes() const;

private:
    friend class CropBatch;

    Result<void> put(const std::string& name, std::span<const std::byte> bytes, Existing existing);

    std::filesystem::path m_folder;
    std::uintmax_t m_blockBytes = 1;
    std::atomic<bool> m_isFull = false;
    std::atomic<std::uintmax_t> m_refusedBytes = 0;
    std::atomic<std::uintmax_t> m_batches = 0;
    std::atomic<std::uintmax_t> m_namedCrops = 0; ///< of all batches
    std::atomic<std::uintmax_t> m_codedCrops = 0;
    std::atomic<std::uintmax_t> m_codedBytes = 0; ///< that these take on the disk
};

/// The crops of one photograph in a folder: all of them, or none. Those that this put there are removed when
/// it goes, unless they are to be kept. A file that is there already is never replaced: on a disk that does
/// not tell large letters from small ones it may be another photograph's crop.
class CropBatch {
public:
    CropBatch(CropFolder& folder, std::vector<std::string> names);
    ~CropBatch();
    CropBatch(const CropBatch&) = delete;
    CropBatch& operator=(const CropBatch&) = delete;

    const std::vector<std::string>& names() const { return m_names; }

    /// The whole crop or nothing. Fails with Unwritable.
    Result<void> write(std::size_t index, std::span<const std::byte> bytes);

    /// Makes a file of another folder appear as the crop: by a hard link, or by a copy where the file system
    /// has no links. A link to a file is not followed. False where it cannot be done.
    bool adopt(std::size_t index, const std::filesystem::path& file);

    void keep() { m_isKept = true; }

private:
    CropFolder& m_folder;
    std::vector<std::string> m_names;
    std::vector<std::size_t> m_put; ///< indices of those that are there
    bool m_isKept = false;
};

} // namespace fissure
