#include "core/store/WorkspaceLock.h"

#include "core/base/Descriptor.h"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <sys/file.h>
#include <thread>
#include <unistd.h>
#include <utility>

namespace fissure {

WorkspaceLock::Held::~Held() {
    if (m_descriptor >= 0) {
        ::flock(m_descriptor, LOCK_UN);
    }
}

WorkspaceLock::Held::Held(Held&& other) noexcept : m_descriptor(std::exchange(other.m_descriptor, -1)) {}

WorkspaceLock::~WorkspaceLock() {
    closeFile();
}

WorkspaceLock::WorkspaceLock(WorkspaceLock&& other) noexcept
    : m_file(std::move(other.m_file))
    , m_descriptor(std::exchange(other.m_descriptor, -1)) {}

void WorkspaceLock::closeFile() {
    if (m_descriptor >= 0) {
        ::close(std::exchange(m_descriptor, -1));
    }
}

Result<void> WorkspaceLock::openFile() {
    if (m_descriptor >= 0) {
        return {};
    }
    m_descriptor = ::open(m_file.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0666);
    if (m_descriptor < 0) {
        return failure(
            ErrorCode::Unwritable, m_file.string(),
            Text("core", "the workspace's lock file cannot be written: %1").with(std::strerror(errno)),
            Text("core", "check the permissions of the folder, or choose another one with --workspace"));
    }
    return {};
}

Result<WorkspaceLock::Held> WorkspaceLock::acquire(std::chrono::milliseconds patience) {
    using namespace std::chrono_literals;
    const auto deadline = std::chrono::steady_clock::now() + patience;
    std::chrono::microseconds pause = 100us;
    while (true) {
        if (auto opened = openFile(); !opened) {
            return failure(opened.error());
        }
        if (::flock(m_descriptor, LOCK_EX | LOCK_NB) == 0) {
            if (isStillAt(m_descriptor, m_file)) {
                return Held(m_descriptor);
            }
            // Somebody removed the file: others lock a new one, so that this lock excludes nobody.
            closeFile();
            continue;
        }
        if (errno != EWOULDBLOCK && errno != EINTR) {
            return failure(ErrorCode::Unwritable, m_file.string(),
                           Text("core", "the workspace cannot be locked: %1").with(std::strerror(errno)));
        }
        if (std::chrono::steady_clock::now() >= deadline) {
            return failure(ErrorCode::Busy, m_file.string(),
                           Text("core", "another program holds the workspace's lock"),
                           Text("core", "close that program or try again"));
        }
        std::this_thread::sleep_for(pause);
        pause = std::min<std::chrono::microseconds>(pause * 2, 5ms);
    }
}

} // namespace fissure
