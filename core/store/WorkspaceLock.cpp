#include "core/store/WorkspaceLock.h"

#include <cstring>
#include <fcntl.h>

namespace fissure {

namespace fs = std::filesystem;

namespace {

int openLockFile(const fs::path& file) {
    return ::open(file.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0666);
}

Error errorOf(const FileLock::Failure& wrong, const fs::path& file) {
    if (wrong.isBusy()) {
        return {ErrorCode::Busy, file.string(), Text("core", "another program holds the workspace's lock"),
                Text("core", "close that program or try again")};
    }
    if (wrong.step == FileLock::Failure::Step::Lock) {
        return {ErrorCode::Unwritable, file.string(),
                Text("core", "the workspace cannot be locked: %1").with(std::strerror(wrong.number)), Text()};
    }
    return {ErrorCode::Unwritable, file.string(),
            Text("core", "the workspace's lock file cannot be written: %1").with(std::strerror(wrong.number)),
            Text("core", "check the permissions of the folder, or choose another one with --workspace")};
}

} // namespace

Result<WorkspaceLock::Held> WorkspaceLock::acquire(std::chrono::milliseconds patience) const {
    return FileLock::take(m_file, &openLockFile, patience).map_error([this](const FileLock::Failure& wrong) {
        return errorOf(wrong, m_file);
    });
}

} // namespace fissure
