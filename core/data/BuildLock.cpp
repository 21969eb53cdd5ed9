#include "core/data/BuildLock.h"

#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <system_error>
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

Error errorOf(const FileLock::Failure& wrong, const fs::path& target) {
    if (wrong.isBusy()) {
        return {ErrorCode::Busy, target.string(), Text("core", "another build writes to it"),
                Text("core", "wait until it is done, or stop it")};
    }
    return {ErrorCode::Unwritable, target.string(),
            Text("core", "the data set cannot be written there: %1").with(std::strerror(wrong.number)),
            Text()};
}

} // namespace

Result<BuildLock> BuildLock::take(const fs::path& file, const fs::path& target) {
    return FileLock::take(file, &openLockFile, {}, FileLock::WithoutLocks::GoOn)
        .map([&](FileLock&& lock) { return BuildLock(file, std::move(lock)); })
        .map_error([&](const FileLock::Failure& wrong) { return errorOf(wrong, target); });
}

BuildLock::BuildLock(fs::path file, FileLock lock) : m_file(std::move(file)), m_lock(std::move(lock)) {}

BuildLock::~BuildLock() {
    if (m_lock.descriptor().isOpen()) {
        std::error_code error;
        fs::remove(m_file, error);
    }
}

} // namespace fissure
