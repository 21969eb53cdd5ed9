#include "core/data/BuildFolder.h"

#include "core/data/DatasetFile.h"
#include "core/data/Manifest.h"
#include "core/data/ProposalIndex.h"

#include <fmt/format.h>

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>
#include <utility>

namespace fissure {

namespace fs = std::filesystem;

namespace {

constexpr const char* kLockFile = ".lock";

tl::unexpected<Error> unwritable(const fs::path& path, const std::string& detail) {
    return failure(ErrorCode::Unwritable, path.string(), "the data set cannot be written there: " + detail);
}

} // namespace

BuildFolder::BuildFolder(fs::path target, fs::path staging)
    : m_target(std::move(target))
    , m_staging(std::move(staging)) {}

BuildFolder::BuildFolder(BuildFolder&& other) noexcept
    : m_target(std::move(other.m_target))
    , m_staging(std::move(other.m_staging))
    , m_ownFiles(std::move(other.m_ownFiles))
    , m_replaces(other.m_replaces)
    , m_lock(std::exchange(other.m_lock, -1)) {}

BuildFolder::~BuildFolder() {
    if (m_lock >= 0) {
        std::error_code error;
        fs::remove_all(m_staging, error);
        ::close(m_lock);
    }
}

Result<BuildFolder> BuildFolder::open(const fs::path& target) {
    std::error_code error;
    fs::path whole = fs::weakly_canonical(fs::absolute(target), error).lexically_normal();
    if (!whole.has_filename()) {
        whole = whole.parent_path();
    }
    BuildFolder folder(whole, whole.parent_path() / fmt::format(".{}.building", whole.filename().string()));
    if (auto examined = folder.examineTarget(); !examined) {
        return failure(std::move(examined.error()));
    }
    if (auto claimed = folder.claimStaging(); !claimed) {
        return failure(std::move(claimed.error()));
    }
    return folder;
}

Result<void> BuildFolder::examineTarget() {
    std::error_code error;
    const fs::file_status status = fs::status(m_target, error);
    if (!fs::exists(status)) {
        return {};
    }
    if (!fs::is_directory(status)) {
        return failure(ErrorCode::WrongFormat, m_target.string(), "it is not a folder");
    }
    const bool isEmpty = fs::is_empty(m_target, error);
    if (error) {
        return failure(ErrorCode::Unreadable, m_target.string(),
                       "the folder cannot be read: " + error.message());
    }
    if (isEmpty) {
        return {};
    }
    if (!readDatasetFile(m_target)) {
        return failure(ErrorCode::WrongFormat, m_target.string(),
                       "it already holds files, and they are not a data set of this program",
                       "choose a new or an empty folder");
    }
    m_replaces = true;
    m_ownFiles = {kManifestFile, kDatasetFile, kGroundTruthFile};
    return visitManifest(m_target, [&](ManifestRow&& row) { m_ownFiles.insert(std::move(row.crop)); })
        .map_error([&](Error cause) {
            cause.advice =
                "its crops cannot be told from other files without it; remove the folder to build anew";
            return cause;
        });
}

Result<void> BuildFolder::claimStaging() {
    std::error_code error;
    fs::create_directories(m_staging, error);
    if (error) {
        return unwritable(m_target, error.message());
    }
    m_lock = ::open((m_staging / kLockFile).c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0644);
    if (m_lock < 0) {
        return unwritable(m_target, std::strerror(errno));
    }
    if (::flock(m_lock, LOCK_EX | LOCK_NB) != 0) {
        ::close(std::exchange(m_lock, -1));
        return failure(ErrorCode::Busy, m_target.string(), "another build writes to it",
                       "wait until it is done, or stop it");
    }
    // What a build left that was killed.
    for (const auto& entry : fs::directory_iterator(m_staging, error)) {
        if (entry.path().filename() != kLockFile) {
            fs::remove_all(entry.path(), error);
        }
    }
    return {};
}

Result<void> BuildFolder::publish() {
    std::error_code error;
    fs::remove(m_staging / kLockFile, error);
    ::syncfs(m_lock); // once for all files instead of once for each
    auto swapped = m_replaces ? swapWithTarget() : Result<void>();
    if (!m_replaces) {
        fs::rename(m_staging, m_target, error); // takes the place of an empty folder too
        swapped = error ? Result<void>(unwritable(m_target, error.message())) : swapped;
    }
    if (!swapped) {
        return swapped;
    }
    if (m_replaces) {
        carryOverForeignFiles();
        fs::remove_all(m_staging, error);
    }
    ::close(std::exchange(m_lock, -1));
    return {};
}

/// Afterwards the earlier data set is where this one was staged.
Result<void> BuildFolder::swapWithTarget() {
    if (::renameat2(AT_FDCWD, m_staging.c_str(), AT_FDCWD, m_target.c_str(), RENAME_EXCHANGE) == 0) {
        return {};
    }
    if (errno != EINVAL && errno != ENOSYS) {
        return unwritable(m_target, std::strerror(errno));
    }
    // The file system has no exchange: the target is missing for a moment, never half-written.
    const fs::path aside = m_staging.string() + ".old";
    std::error_code error;
    fs::rename(m_target, aside, error);
    if (error) {
        return unwritable(m_target, error.message());
    }
    fs::rename(m_staging, m_target, error);
    if (error) {
        std::error_code undone;
        fs::rename(aside, m_target, undone);
        return unwritable(m_target, error.message());
    }
    fs::rename(aside, m_staging, error);
    return {};
}

void BuildFolder::carryOverForeignFiles() const {
    std::error_code error;
    for (const auto& entry : fs::directory_iterator(m_staging, error)) {
        const fs::path name = entry.path().filename();
        if (!m_ownFiles.contains(name.string()) && !fs::exists(m_target / name, error)) {
            fs::rename(entry.path(), m_target / name, error);
        }
    }
}

} // namespace fissure
