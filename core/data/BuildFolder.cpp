#include "core/data/BuildFolder.h"

#include "core/base/Descriptor.h"
#include "core/base/Files.h"
#include "core/data/BuildJournal.h"
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
#include <string_view>
#include <sys/stat.h>
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
constexpr const char* kLeftover = ".building.left"; // what a killed build had made, until it is taken over
constexpr const char* kRest = ".building.rest";     // of that, what is being removed
constexpr const char* kAside = ".building.old";     // the earlier data set, where folders cannot be exchanged
constexpr const char* kForeign = ".building.files"; // what somebody put into the empty target meanwhile

tl::unexpected<Error> unwritable(const fs::path& path, const std::string& detail) {
    return failure(ErrorCode::Unwritable, path.string(),
                   Text("core", "the data set cannot be written there: %1").with(detail));
}

Result<void> renamed(const fs::path& from, const fs::path& to, const fs::path& target) {
    std::error_code error;
    fs::rename(from, to, error);
    return error ? Result<void>(unwritable(target, error.message())) : Result<void>();
}

Result<void> removed(const fs::path& folder, const fs::path& target) {
    std::error_code error;
    fs::remove_all(folder, error);
    // In what is no folder there is nothing to remove; holdsDataSet() says what is wrong with it.
    return !error || error == std::errc::not_a_directory ? Result<void>()
                                                         : unwritable(target, error.message());
}

bool isThere(const fs::path& path) {
    std::error_code error;
    return fs::exists(fs::symlink_status(path, error));
}

/// A folder that another file system, or another part of the same, is mounted on cannot be renamed nor
/// replaced.
bool isMountPoint(const fs::path& folder) {
    struct statx facts {};
    struct statx parent {};
    if (::statx(AT_FDCWD, folder.c_str(), 0, STATX_BASIC_STATS, &facts) != 0 ||
        ::statx(AT_FDCWD, folder.parent_path().c_str(), 0, STATX_BASIC_STATS, &parent) != 0) {
        return false;
    }
    return (facts.stx_attributes & STATX_ATTR_MOUNT_ROOT) != 0 ||
           facts.stx_dev_major != parent.stx_dev_major || facts.stx_dev_minor != parent.stx_dev_minor;
}

/// The target by the one name that stands for it; refused where a disk is mounted.
Result<fs::path> placeOf(const fs::path& target) {
    fs::path place = wholeFolder(target);
    if (!isMountPoint(place)) {
        return place;
    }
    return failure(
        ErrorCode::Unwritable, place.string(),
        Text("core", "a disk is mounted there, and a data set takes its folder's place as a whole"),
        Text("core", "choose a folder inside it"));
}

/// The names of a data set's files; what else is in its folder is the user's.
Result<std::unordered_set<std::string>> ownFilesOf(const fs::path& folder) {
    std::unordered_set<std::string> names{kJournalFolder};
    for (const std::string_view name : kDatasetFiles) {
        names.emplace(name);
    }
    return visitManifest(folder, [&](ManifestRow&& row) { names.insert(std::move(row.crop)); })
        .map([&] { return std::move(names); })
        .map_error([&](Error cause) {
            cause.advice =
                Text("core", "its crops cannot be told from other files without it; remove %1 to build anew")
                    .with(folder.string());
            return cause;
        });
}

/// Those in a folder that are not in own.
Result<std::vector<fs::path>> filesBut(const std::unordered_set<std::string>& own, const fs::path& folder) {
    std::vector<fs::path> foreign;
    std::error_code error;
    fs::directory_iterator entry(folder, error);
    for (; !error && entry != fs::directory_iterator(); entry.increment(error)) {
        if (!own.contains(entry->path().filename().string())) {
            foreign.push_back(entry->path());
        }
    }
    if (error) {
        return failure(ErrorCode::Unreadable, folder.string(),
                       Text("core", "the folder cannot be read: %1").with(error.message()));
    }
    return foreign;
}

/// Moves files to a folder. Returns their names, sorted.
Result<std::vector<std::string>> carried(const std::vector<fs::path>& files, const fs::path& target) {
    std::vector<std::string> names;
    for (const fs::path& file : files) {
        names.push_back(file.filename().string());
        const fs::path place = target / file.filename();
        std::error_code error;
        if (isThere(place)) {
            error = std::make_error_code(std::errc::file_exists);
        } else {
            fs::rename(file, place, error);
        }
        if (error) {
            return failure(ErrorCode::Unwritable, file.string(),
                           Text("core", "it cannot be carried over to the new data set in %1: %2")
                               .with(target.string(), error.message()),
                           Text("core", "move it by hand; nothing was removed"));
        }
    }
    std::ranges::sort(names);
    return names;
}

/// Whether a data set of ours stands there; false where nothing does.
Result<bool> holdsDataSet(const fs::path& place) {
    std::error_code error;
    const fs::file_status status = fs::status(place, error);
    if (!fs::exists(status)) {
        return false;
    }
    if (!fs::is_directory(status)) {
        return failure(ErrorCode::WrongFormat, place.string(), Text("core", "it is not a folder"));
    }
    const bool isEmpty = fs::is_empty(place, error);
    if (error) {
        return failure(ErrorCode::Unreadable, place.string(),
                       Text("core", "the folder cannot be read: %1").with(error.message()));
    }
    if (isEmpty) {
        return false;
    }
    if (auto description = readDatasetFile(place); !description) {
        if (description.error().code != ErrorCode::NotFound) {
            return failure(std::move(description.error()));
        }
        return failure(ErrorCode::WrongFormat, place.string(),
                       Text("core", "it already holds files, and they are not a data set of this program"),
                       Text("core", "choose a new or an empty folder"));
    }
    return ownFilesOf(place).map([](const auto&) { return true; });
}

} // namespace

BuildFolder::BuildFolder(fs::path target) : m_target(std::move(target)), m_staging(beside(kStaged)) {}

BuildFolder::BuildFolder(BuildFolder&& other) noexcept
    : m_target(std::move(other.m_target))
    , m_staging(std::move(other.m_staging))
    , m_leftover(std::move(other.m_leftover))
    , m_isOursToRemove(std::exchange(other.m_isOursToRemove, false))
    , m_replaces(other.m_replaces)
    , m_lock(std::move(other.m_lock)) {}

BuildFolder::~BuildFolder() {
    if (m_isOursToRemove) {
        std::error_code error;
        fs::remove_all(m_staging, error);
    }
}

Result<BuildFolder> BuildFolder::open(const fs::path& target) {
    return placeOf(target).and_then([](const fs::path& place) {
        BuildFolder folder(place);
        return folder.lock()
            .and_then([&] { return folder.recover(); })
            .and_then([&] { return holdsDataSet(place); })
            .and_then([&](bool replaces) {
                folder.m_replaces = replaces;
                return folder.stage();
            })
            .map([&] { return std::move(folder); });
    });
}

fs::path BuildFolder::beside(const char* suffix) const {
    return m_target.parent_path() /
           fmt::format(".{}{}", nameForCompanions(m_target.filename().string()), suffix);
}

Result<void> BuildFolder::lock() {
    std::error_code error;
    fs::create_directories(m_target.parent_path(), error);
    if (error) {
        return unwritable(m_target, error.message());
    }
    return BuildLock::take(beside(kLock), m_target).map([&](BuildLock&& lock) {
        m_lock.emplace(std::move(lock));
    });
}

/// Ends what was begun, from the last step of a build to its first.
Result<void> BuildFolder::recover() {
    return putBack()
        .and_then([&] { return removed(m_target / kJournalFolder, m_target); })
        .and_then([&] { return removed(beside(kRest), m_target); })
        .and_then([&] { return setLeftoverApart(); })
        .and_then([&]() -> Result<void> {
            for (const fs::path& left : {beside(kForeign), beside(kAside), m_staging}) {
                if (auto cleared = clearAway(left); !cleared) {
                    return failure(std::move(cleared.error()));
                }
                if (auto gone = removed(left, m_target); !gone) {
                    return gone;
                }
            }
            return {};
        });
}

/// Where the target is missing, what stood there, or what was to stand there and is no journal's any more.
Result<void> BuildFolder::putBack() const {
    if (isThere(m_target)) {
        return {};
    }
    for (const fs::path& left : {beside(kAside), beside(kForeign)}) {
        if (isThere(left)) {
            return renamed(left, m_target, m_target);
        }
    }
    const bool isWhole = isThere(m_staging / kDatasetFile) && !isThere(m_staging / kJournalFolder);
    return isWhole ? renamed(m_staging, m_target, m_target) : Result<void>();
}

/// A build that finds a leftover does nothing but take it over as long as the leftover is there: what it has
/// made itself until then is worth nothing.
Result<void> BuildFolder::setLeftoverApart() {
    const fs::path leftover = beside(kLeftover);
    const bool hasLeftover = isThere(leftover);
    const bool isUnfinished = isThere(m_staging / kJournalFolder);
    if (hasLeftover || isUnfinished) {
        m_leftover = leftover;
    }
    if (!isUnfinished) {
        return {};
    }
    return hasLeftover ? removed(m_staging, m_target) : renamed(m_staging, leftover, m_target);
}

Result<void> BuildFolder::dropLeftover() {
    if (m_leftover.empty()) {
        return {};
    }
    // Its name first: half of it must not be taken for a leftover.
    return renamed(m_leftover, beside(kRest), m_target).map([&] {
        std::error_code error;
        fs::remove_all(beside(kRest), error);
        m_leftover.clear();
    });
}

Result<bool> BuildFolder::examine(const fs::path& target) {
    return placeOf(target).and_then(&holdsDataSet);
}

Result<void> BuildFolder::stage() {
    std::error_code error;
    fs::create_directories(m_staging / kJournalFolder, error);
    if (error) {
        return unwritable(m_target, error.message());
    }
    m_isOursToRemove = true;
    return {};
}

Result<std::vector<std::string>> BuildFolder::publish() {
    m_isOursToRemove = false; // hours of work: nothing that fails from here on is a reason to remove it
    const auto withPlace = [&](Error error) {
        error.advice =
            Text("core", "it is whole in %1, and the next build goes on from there").with(m_staging.string());
        return error;
    };
    Result<void> synchronised;
    if (::syncfs(m_lock->descriptor()) != 0) { // once for all files instead of once for each
        synchronised = unwritable(m_target, std::strerror(errno));
    }
    return synchronised.and_then([&] { return takePlace(); })
        .map_error(withPlace)
        .and_then([&](const fs::path& earlier) {
            // Only now: what is staged without it is an earlier data set.
            std::error_code error;
            fs::remove_all(m_target / kJournalFolder, error);
            return earlier.empty() ? std::vector<std::string>() : clearAway(earlier);
        });
}

/// Where what stood at the target is afterwards; empty where there was nothing.
Result<fs::path> BuildFolder::takePlace() const {
    if (m_replaces && isThere(m_target)) {
        if (::renameat2(AT_FDCWD, m_staging.c_str(), AT_FDCWD, m_target.c_str(), RENAME_EXCHANGE) == 0) {
            return m_staging;
        }
        if (errno != EINVAL && errno != ENOSYS) {
            return unwritable(m_target, std::strerror(errno));
        }
        return swapInTwoSteps(beside(kAside)); // the file system has no exchange
    }
    std::error_code error;
    fs::rename(m_staging, m_target, error); // takes the place of an empty folder too
    if (error == std::errc::directory_not_empty || error == std::errc::file_exists) {
        return swapInTwoSteps(beside(kForeign)); // somebody has put files there since
    }
    return error ? Result<fs::path>(unwritable(m_target, error.message())) : Result<fs::path>(fs::path());
}

/// The target is missing for a moment, never half-written. Returns aside.
Result<fs::path> BuildFolder::swapInTwoSteps(const fs::path& aside) const {
    if (auto moved = renamed(m_target, aside, m_target); !moved) {
        return failure(std::move(moved.error()));
    }
    auto taken = renamed(m_staging, m_target, m_target);
    if (!taken) {
        std::error_code undone;
        fs::rename(aside, m_target, undone);
    }
    return taken.map([&] { return aside; });
}

/// Carries the user's files over from what stood at the target and removes the rest; removes nothing where
/// one cannot be. Returns their names. What is a data set's own its manifest says; where there is no
/// description that has been done, but of files that were there without a data set each is the user's.
Result<std::vector<std::string>> BuildFolder::clearAway(const fs::path& earlier) const {
    const bool isDataSet = earlier != beside(kForeign);
    if (!isThere(isDataSet ? earlier / kDatasetFile : earlier)) {
        std::error_code error;
        fs::remove_all(earlier, error);
        return {};
    }
    const auto own = isDataSet ? ownFilesOf(earlier) : std::unordered_set<std::string>();
    return own.and_then([&](const auto& names) { return filesBut(names, earlier); })
        .and_then([&](const auto& files) { return carried(files, m_target); })
        .map([&](std::vector<std::string>&& names) {
            std::error_code error;
            // Before the rest: without it a later build knows that there is nothing left to carry over.
            fs::remove(earlier / kDatasetFile, error);
            fs::remove_all(earlier, error);
            return std::move(names);
        });
}

} // namespace fissure
