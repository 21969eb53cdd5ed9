#include "core/net/PartFile.h"

#include "core/base/Files.h"

#include <cerrno>
#include <fcntl.h>
#include <sys/stat.h>
#include <system_error>
#include <unistd.h>
#include <utility>

namespace fissure {

namespace fs = std::filesystem;

namespace {

int openToAppend(const fs::path& part) {
    return ::open(part.c_str(), O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0644);
}

} // namespace

PartFile::PartFile(fs::path file, fs::path part, FileLock lock, std::int64_t size)
    : m_file(std::move(file))
    , m_part(std::move(part))
    , m_versionFile(m_part.string() + ".version")
    , m_lock(std::move(lock))
    , m_size(size) {}

Result<PartFile> PartFile::open(const fs::path& file) {
    std::error_code error;
    fs::create_directories(file.parent_path(), error);
    if (error) {
        return writeFailure(file, error.value());
    }
    const fs::path part = file.string() + ".part";
    // Its last holder may finish between our opening and locking it: then it is opened again.
    auto lock = FileLock::take(part, &openToAppend);
    if (!lock) {
        return lock.error().isBusy() ? failure(ErrorCode::Busy, file.string(),
                                               Text("core", "another download of it is under way"),
                                               Text("core", "wait until it is done, or stop it"))
                                     : writeFailure(part, lock.error().number);
    }
    struct stat facts {};
    if (::fstat(lock->descriptor().number(), &facts) != 0) {
        return writeFailure(part, errno);
    }
    return PartFile(file, part, std::move(*lock), facts.st_size);
}

std::string PartFile::version() const {
    return readTextFile(m_versionFile).value_or("");
}

Result<void> PartFile::restart(const std::string& version) {
    if (::ftruncate(m_lock.descriptor().number(), 0) != 0) {
        return writeFailure(m_part, errno);
    }
    m_size = 0;
    return writeFileAtomically(m_versionFile, version);
}

Result<void> PartFile::append(std::span<const std::byte> bytes) {
    if (!m_lock.descriptor().writeAll(bytes)) {
        return writeFailure(m_part, errno);
    }
    m_size += std::ssize(bytes);
    return {};
}

Result<void> PartFile::finish() {
    std::error_code error;
    fs::remove(m_versionFile, error);
    return moveIntoPlace(m_part, m_file);
}

void PartFile::remove() {
    std::error_code error;
    fs::remove(m_versionFile, error);
    fs::remove(m_part, error);
}

} // namespace fissure
