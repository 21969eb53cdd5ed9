#include "core/data/BuildFolder.h"

#include "core/base/Descriptor.h"
#include "core/base/Files.h"
#include "core/data/DatasetFile.h"
#include "core/data/Manifest.h"
#include "core/data/ProposalIndex.h"

#include <fmt/format.h>

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <fcntl.h>
#include <string>
#include <sys/file.h>
#include <system_error>
#include <unistd.h>
#include <unordered_set>
#include <utility>
#include <vector>

namespace fissure {

namespace fs = std::filesystem;

namespace {

constexpr const char* kStaged = ".building";
constexpr const char* kLock = ".building.lock";
constexpr const char* kAside = ".building.old"; // the earlier data set, where folders cannot be exchanged

tl::unexpected<Error> unwritable(const fs::path& path, const std::string& detail) {
    return failure(ErrorCode::Unwritable, path.string(),
                   Text("core", "the data set cannot be written there: %1").with(detail));
}

/// The names of a data set's files; what else is in its folder is the user's.
Result<std::unordered_set<std::string>> ownFilesOf(const fs::path& folder) {
    std::unordered_set<std::string> names{kManifestFile, kDatasetFile, kGroundTruthFile, kSourcesFile};
    return visitManifest(folder, [&](ManifestRow&& row) { names.insert(std::move(row.crop)); })
        .map([&] { return std::move(names); })
        .map_error([&](Error cause) {
            cause.advice =
                Text("core", "its crops cannot be told from other files without it; remove %1 to build anew")
                    .with(folder.string());
            return cause;
        });
}

Result<std::vector<fs::path>> foreignFilesIn(const fs::path& folder) {
    const auto own = ownFilesOf(folder);
    if (!own) {
        return failure(own.error());
    }
    std::vector<fs::path> foreign;
    std::error_code error;
    fs::directory_iterator entry(folder, error);
    for (; !error && entry != fs::directory_iterator(); entry.increment(error)) {
        if (!own->contains(entry->path().filename().string())) {
            foreign.push_back(entry->path());
        }
    }
    if (error) {
        return failure(ErrorCode::Unreadable, folder.string(),
                       Text("core", "the folder cannot be read: %1").with(error.message()));
    }
    return foreign;
}

} // namespace

BuildFolder::BuildFolder(fs::path target) : m_target(std::move(target)), m_staging(beside(kStaged)) {}

BuildFolder::BuildFolder(BuildFolder&& other) noexcept
    : m_target(std::move(other.m_target))
    , m_staging(std::move(other.m_staging))
    , m_isStaged(std::exchange(other.m_isStaged, false))
    , m_replaces(other.m_replaces)
    , m_lock(std::exchange(other.m_lock, -1)) {}

BuildFolder::~BuildFolder() {
    std::error_code error;
    if (m_isStaged) {
        fs::remove_all(m_staging, error);
    }
    if (m_lock >= 0) {
        fs::remove(beside(kLock), error);
        ::close(m_lock);
    }
}

Result<BuildFolder> BuildFolder::open(const fs::path& target) {
    BuildFolder folder(wholeFolder(target));
    auto opened = folder.lock();
    if (opened) {
        opened = folder.recover();
    }
    if (opened) {
        opened = examine(folder.m_target).map([&](bool replaces) { folder.m_replaces = replaces; });
    }
    if (opened) {
        opened = folder.stage();
    }
    return opened.map([&] { return std::move(folder); });
}

fs::path BuildFolder::beside(const char* suffix) const {
    return m_target.parent_path() / fmt::format(".{}{}", m_target.filename().string(), suffix);
}

Result<void> BuildFolder::lock() {
    std::error_code error;
    fs::create_directories(m_target.parent_path(), error);
    if (error) {
        return unwritable(m_target, error.message());
    }
    const fs::path file = beside(kLock);
    while (true) {
        m_lock = ::open(file.c_str(), O_RDONLY | O_CREAT | O_CLOEXEC, 0644);
        if (m_lock < 0) {
            return unwritable(m_target, std::strerror(errno));
        }
        if (::flock(m_lock, LOCK_EX | LOCK_NB) != 0) {
            ::close(std::exchange(m_lock, -1));
            return failure(ErrorCode::Busy, m_target.string(), Text("core", "another build writes to it"),
                           Text("core", "wait until it is done, or stop it"));
        }
        // Its last holder may have removed the file between our opening and locking it.
        if (isStillAt(m_lock, file)) {
            return {};
        }
        ::close(std::exchange(m_lock, -1));
    }
}

/// A folder with dataset.json is a data set whose place another one has taken, or was about to take: what it
/// holds beside its own files is the user's.
Result<void> BuildFolder::recover() const {
    std::error_code error;
    const fs::path aside = beside(kAside);
    if (fs::exists(aside, error) && !fs::exists(m_target, error)) {
        fs::rename(aside, m_target, error);
        if (error) {
            return unwritable(m_target, error.message());
        }
    }
    for (const fs::path& left : {aside, m_staging}) {
        if (fs::exists(left / kDatasetFile, error)) {
            if (auto cleared = clearAway(left); !cleared) {
                return failure(std::move(cleared.error()));
            }
        }
        fs::remove_all(left, error);
        if (error) {
            return unwritable(m_target, error.message());
        }
    }
    return {};
}

Result<bool> BuildFolder::examine(const fs::path& target) {
    const fs::path whole = wholeFolder(target);
    std::error_code error;
    const fs::file_status status = fs::status(whole, error);
    if (!fs::exists(status)) {
        return false;
    }
    if (!fs::is_directory(status)) {
        return failure(ErrorCode::WrongFormat, whole.string(), Text("core", "it is not a folder"));
    }
    const bool isEmpty = fs::is_empty(whole, error);
    if (error) {
        return failure(ErrorCode::Unreadable, whole.string(),
                       Text("core", "the folder cannot be read: %1").with(error.message()));
    }
    if (isEmpty) {
        return false;
    }
    if (auto description = readDatasetFile(whole); !description) {
        if (description.error().code != ErrorCode::NotFound) {
            return failure(std::move(description.error()));
        }
        return failure(ErrorCode::WrongFormat, whole.string(),
                       Text("core", "it already holds files, and they are not a data set of this program"),
                       Text("core", "choose a new or an empty folder"));
    }
    return ownFilesOf(whole).map([](const auto&) { return true; });
}

Result<void> BuildFolder::stage() {
    std::error_code error;
    fs::create_directory(m_staging, error);
    if (error) {
        return unwritable(m_target, error.message());
    }
    m_isStaged = true;
    return {};
}

Result<std::vector<std::string>> BuildFolder::publish() {
    if (::syncfs(m_lock) != 0) { // once for all files instead of once for each
        return unwritable(m_target, std::strerror(errno));
    }
    if (m_replaces) {
        return swapWithTarget().and_then([&](const fs::path& earlier) {
            m_isStaged = false;
            return clearAway(earlier);
        });
    }
    std::error_code error;
    fs::rename(m_staging, m_target, error); // takes the place of an empty folder too
    if (error) {
        return unwritable(m_target, error.message());
    }
    m_isStaged = false;
    return std::vector<std::string>();
}

/// Where the earlier data set is afterwards.
Result<fs::path> BuildFolder::swapWithTarget() const {
    if (::renameat2(AT_FDCWD, m_staging.c_str(), AT_FDCWD, m_target.c_str(), RENAME_EXCHANGE) == 0) {
        return m_staging;
    }
    if (errno != EINVAL && errno != ENOSYS) {
        return unwritable(m_target, std::strerror(errno));
    }
    // The file system has no exchange: the target is missing for a moment, never half-written.
    const fs::path aside = beside(kAside);
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
    return aside;
}

/// Carries the user's files over to the target and removes the rest; removes nothing where one cannot be.
/// Returns their names.
Result<std::vector<std::string>> BuildFolder::clearAway(const fs::path& earlier) const {
    const auto foreign = foreignFilesIn(earlier);
    if (!foreign) {
        return failure(foreign.error());
    }
    std::vector<std::string> carried;
    for (const fs::path& file : *foreign) {
        carried.push_back(file.filename().string());
        const fs::path place = m_target / file.filename();
        std::error_code error;
        if (fs::exists(fs::symlink_status(place, error))) {
            error = std::make_error_code(std::errc::file_exists);
        } else {
            fs::rename(file, place, error);
        }
        if (error) {
            return failure(ErrorCode::Unwritable, file.string(),
                           Text("core", "it cannot be carried over to the new data set in %1: %2")
                               .with(m_target.string(), error.message()),
                           Text("core", "move it by hand; nothing was removed"));
        }
    }
    std::error_code error;
    // Before the rest: without it a later build knows that there is nothing left to carry over.
    fs::remove(earlier / kDatasetFile, error);
    fs::remove_all(earlier, error);
    std::ranges::sort(carried);
    return carried;
}

} // namespace fissure
