#pragma once

#include "core/base/FileLock.h"
#include "core/base/Result.h"

#include <filesystem>

namespace fissure {

/// A file that one process at a time holds while it builds for a target, removed when this goes. Where the
/// file system has no locks the file alone is there, and two builds are not kept apart.
class BuildLock {
public:
    /// Fails with Busy (another process holds it) or Unwritable, target named.
    static Result<BuildLock> take(const std::filesystem::path& file, const std::filesystem::path& target);

    BuildLock(BuildLock&& other) noexcept = default;
    BuildLock& operator=(BuildLock&&) = delete;
    ~BuildLock();

    /// Open on the file system of the target.
    int descriptor() const { return m_lock.descriptor().number(); }

private:
    BuildLock(std::filesystem::path file, FileLock lock);

    std::filesystem::path m_file;
    FileLock m_lock;
};

} // namespace fissure
