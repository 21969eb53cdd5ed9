#pragma once

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

    /// The whole file or none. Fails with Unwritable.
    Result<void> write(const std::string& name, std::span<const std::byte> bytes);
    Result<void> write(const std::string& name, std::string_view text);

    /// Makes a file of another folder appear in this one: by a hard link, or by a copy where the file system
    /// has no links. A link to a file is not followed. False where it cannot be done.
    bool adopt(const std::filesystem::path& file, const std::string& name);

    void remove(const std::string& name);

    /// A write failed for want of space on the disk.
    bool isFull() const { return m_isFull; }

    /// What the crops of a photograph take on the disk on average, in whole blocks, by those that were
    /// written so far; 0 where none was.
    double meanBatchBytes() const;

private:
    friend class CropBatch;

    std::filesystem::path m_folder;
    std::uintmax_t m_blockBytes = 1;
    std::atomic<bool> m_isFull = false;
    std::atomic<std::uintmax_t> m_batches = 0;
    std::atomic<std::uintmax_t> m_namedCrops = 0; ///< of all batches
    std::atomic<std::uintmax_t> m_writtenCrops = 0;
    std::atomic<std::uintmax_t> m_writtenBytes = 0; ///< that these take on the disk
};

/// The crops of one photograph in a folder: all of them, or none. Those that are there are removed when this
/// goes, unless they are to be kept.
class CropBatch {
public:
    CropBatch(CropFolder& folder, std::vector<std::string> names);
    ~CropBatch();
    CropBatch(const CropBatch&) = delete;
    CropBatch& operator=(const CropBatch&) = delete;

    const std::vector<std::string>& names() const { return m_names; }

    /// As CropFolder does.
    Result<void> write(std::size_t index, std::span<const std::byte> bytes);

    void keep() { m_isKept = true; }

private:
    CropFolder& m_folder;
    std::vector<std::string> m_names;
    bool m_isKept = false;
};

} // namespace fissure
