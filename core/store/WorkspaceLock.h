#pragma once

#include "core/base/FileLock.h"
#include "core/base/Result.h"

#include <chrono>
#include <filesystem>
#include <utility>

namespace fissure {

/// How long a writer waits for its turn unless told otherwise.
inline constexpr std::chrono::seconds kLockPatience{20};

/// The lock file on which all writers and checkpoints of a workspace take turns, across threads and
/// processes: a commit beside another connection's checkpoint can corrupt the database (SQLite's WAL-reset
/// bug, 3.7.0 to 3.51.2). The kernel lets go of it when a process dies.
class WorkspaceLock {
public:
    /// Holds the lock while it lives.
    using Held = FileLock;

    explicit WorkspaceLock(std::filesystem::path file) : m_file(std::move(file)) {}

    /// Makes the file where it is missing and waits for its turn. Fails with Unwritable, or with Busy when
    /// the patience is over.
    Result<Held> acquire(std::chrono::milliseconds patience = kLockPatience) const;

private:
    std::filesystem::path m_file;
};

} // namespace fissure
