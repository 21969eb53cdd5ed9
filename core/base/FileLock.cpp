#include "core/base/FileLock.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <sys/file.h>
#include <thread>

namespace fissure {

namespace fs = std::filesystem;

namespace {

using SteadyTime = std::chrono::steady_clock::time_point;

/// 0, or what went wrong.
int lockUntil(SteadyTime deadline, const Descriptor& descriptor) {
    using namespace std::chrono_literals;
    std::chrono::microseconds pause = 100us;
    while (::flock(descriptor.number(), LOCK_EX | LOCK_NB) != 0) {
        const int wrong = errno;
        if (wrong == EINTR) {
            continue;
        }
        if (wrong != EWOULDBLOCK || std::chrono::steady_clock::now() >= deadline) {
            return wrong;
        }
        std::this_thread::sleep_for(pause);
        pause = std::min<std::chrono::microseconds>(pause * 2, 5ms);
    }
    return 0;
}

bool hasNoLocks(int wrong) {
    static constexpr std::array<int, 3> kWithoutLocks{ENOLCK, ENOSYS, EOPNOTSUPP};
    return std::ranges::find(kWithoutLocks, wrong) != kWithoutLocks.end();
}

} // namespace

bool FileLock::Failure::isBusy() const {
    return step == Step::Lock && number == EWOULDBLOCK;
}

tl::expected<FileLock, FileLock::Failure> FileLock::take(const fs::path& file, Open open,
                                                         std::chrono::milliseconds patience,
                                                         WithoutLocks withoutLocks) {
    const SteadyTime deadline = std::chrono::steady_clock::now() + patience;
    while (true) {
        Descriptor descriptor(open(file));
        if (!descriptor.isOpen()) {
            return tl::make_unexpected(Failure{Failure::Step::Open, errno});
        }
        const int wrong = lockUntil(deadline, descriptor);
        // The lock of a file that was removed between our opening and locking it keeps nobody out.
        if (wrong == 0 ? isStillAt(descriptor.number(), file)
                       : withoutLocks == WithoutLocks::GoOn && hasNoLocks(wrong)) {
            return FileLock(std::move(descriptor));
        }
        if (wrong != 0) {
            return tl::make_unexpected(Failure{Failure::Step::Lock, wrong});
        }
    }
}

} // namespace fissure
