#pragma once

#include "core/base/Descriptor.h"

#include <tl/expected.hpp>

#include <chrono>
#include <filesystem>
#include <utility>

namespace fissure {

/// An open file whose exclusive lock (flock(2)) is held as long as this lives. It keeps out whoever opens the
/// file anew, in this process as in others. The kernel lets go of it when the process dies.
class FileLock {
public:
    /// Opens the file; -1, and errno, where that fails.
    using Open = int (*)(const std::filesystem::path& file);

    /// What becomes of a file on a file system that has no locks.
    enum class WithoutLocks {
        Refuse,
        GoOn, ///< it is held open, and nobody is kept out
    };

    /// Why there is no lock.
    struct Failure {
        enum class Step { Open, Lock };
        Step step = Step::Open;
        int number = 0; ///< errno

        /// Another holder has the lock, and the patience is over.
        bool isBusy() const;

        bool operator==(const Failure&) const = default;
    };

    /// Opens the file and waits for the lock, no longer than patience. The file that is locked is the one
    /// that stands at that path then: where its last holder has removed it, it is opened again.
    static tl::expected<FileLock, Failure> take(const std::filesystem::path& file, Open open,
                                                std::chrono::milliseconds patience = {},
                                                WithoutLocks withoutLocks = WithoutLocks::Refuse);

    /// Open as long as this lives, but for one that was moved from.
    const Descriptor& descriptor() const { return m_descriptor; }

private:
    explicit FileLock(Descriptor descriptor) : m_descriptor(std::move(descriptor)) {}

    Descriptor m_descriptor;
};

} // namespace fissure
