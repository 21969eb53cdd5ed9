#include "core/data/BuildLock.h"

#include "core/base/Descriptor.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <sys/file.h>
#include <system_error>
#include <unistd.h>
#include <utility>

namespace fissure {

namespace fs = std::filesystem;

namespace {

/// Writable, as a network's file system may ask for that of who locks; where another user's file was left
/// behind, readable is all there is.
int openLockFile(const fs::path& file) {
    const int descriptor = ::open(file.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0644);
    if (descriptor >= 0 || errno != EACCES) {
        return descriptor;
    }
    const int readable = ::open(file.c_str(), O_RDONLY | O_CLOEXEC);
    if (readable < 0) {
        errno = EACCES; // that it is not there says nothing
    }
    return readable;
}

/// 0, or what went wrong.
int lockWithoutWaiting(int descriptor) {
    while (::flock(descriptor, LOCK_EX | LOCK_NB) != 0) {
        if (errno != EINTR) {
            return errno;
        }
    }
    return 0;
}

bool hasNoLocks(int wrong) {
    static constexpr std::array<int, 3> kWithoutLocks{ENOLCK, ENOSYS, EOPNOTSUPP};
    return std::ranges::find(kWithoutLocks, wrong) != kWithoutLocks.end();
}

} // namespace

Result<BuildLock> BuildLock::take(const fs::path& file, const fs::path& target) {
    const auto unwritable = [&](int wrong) {
        return failure(ErrorCode::Unwritable, target.string(),
                       Text("core", "the data set cannot be written there: %1").with(std::strerror(wrong)));
    };
    while (true) {
        const int descriptor = openLockFile(file);
        if (descriptor < 0) {
            return unwritable(errno);
        }
        const int wrong = lockWithoutWaiting(descriptor);
        // Its last holder may have removed the file between our opening and locking it.
        if (wrong == 0 ? isStillAt(descriptor, file) : hasNoLocks(wrong)) {
            return BuildLock(file, descriptor);
        }
        ::close(descriptor);
        if (wrong == EWOULDBLOCK) {
            return failure(ErrorCode::Busy, target.string(), Text("core", "another build writes to it"),
                           Text("core", "wait until it is done, or stop it"));
        }
        if (wrong != 0) {
            return unwritable(wrong);
        }
    }
}

BuildLock::BuildLock(fs::path file, int descriptor) : m_file(std::move(file)), m_descriptor(descriptor) {}

BuildLock::BuildLock(BuildLock&& other) noexcept
    : m_file(std::move(other.m_file))
    , m_descriptor(std::exchange(other.m_descriptor, -1)) {}

BuildLock::~BuildLock() {
    if (m_descriptor >= 0) {
        std::error_code error;
        fs::remove(m_file, error);
        ::close(m_descriptor);
    }
}

} // namespace fissure
