#pragma once

#include "core/base/Result.h"
#include "core/data/BuildLock.h"

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace fissure {

/// Where a data set grows: a hidden folder beside its target, which takes the target's place as a whole when
/// it is published. What is not published is removed, unless it is to be kept. A data set that stood there
/// before is whole until then; its crops go, files that are not its own are carried over. One process at a
/// time builds for a target: a lock file beside it is held as long as this lives.
class BuildFolder {
public:
    /// target must be new, empty, or hold a data set of ours with its manifest. Ends what a build that was
    /// killed while it published left half-done there; what it had made before is the leftover. Fails with
    /// WrongFormat (it holds something else), Unreadable, NotFound (the manifest), Unwritable (a disk is
    /// mounted at the target, too) or Busy (another build for the same target).
    static Result<BuildFolder> open(const std::filesystem::path& target);

    /// Whether a data set of ours stands at the target, which a build would replace; false where it is new or
    /// empty. Changes nothing. Fails with WrongFormat, Unreadable, NotFound or Unwritable as open() does.
    static Result<bool> examine(const std::filesystem::path& target);

    BuildFolder(BuildFolder&& other) noexcept;
    BuildFolder& operator=(BuildFolder&&) = delete;
    ~BuildFolder();

    const std::filesystem::path& target() const { return m_target; }
    const std::filesystem::path& staging() const { return m_staging; }

    /// True where a data set of ours stands at the target.
    bool replaces() const { return m_replaces; }

    /// What an earlier build that was not published has made, with its journal (see BuildJournal.h); empty
    /// where there is none.
    const std::filesystem::path& leftover() const { return m_leftover; }

    /// Removes the leftover, after all that is worth it was taken over. Fails with Unwritable.
    Result<void> dropLeftover();

    /// What was staged outlives this where it is not published: the next open() has it as the leftover.
    void keep() { m_isOursToRemove = false; }

    /// Makes what was staged durable and moves it to the target in one step. Returns the names of the user's
    /// files that were carried over, sorted. Fails with Unwritable: where the target cannot be taken, what
    /// was staged is kept, and the error names it; where one of the user's files cannot be carried over, the
    /// new data set stands at the target and the earlier one is kept whole where the error says, and the next
    /// open() tries again.
    Result<std::vector<std::string>> publish();

private:
    explicit BuildFolder(std::filesystem::path target);

    std::filesystem::path beside(const char* suffix) const;
    Result<void> lock();
    Result<void> recover();
    Result<void> putBack() const;
    Result<void> setLeftoverApart();
    Result<void> stage();
    Result<std::filesystem::path> takePlace() const;
    Result<std::filesystem::path> swapInTwoSteps(const std::filesystem::path& aside) const;
    Result<std::vector<std::string>> clearAway(const std::filesystem::path& earlier) const;

    std::filesystem::path m_target;
    std::filesystem::path m_staging;
    std::filesystem::path m_leftover;
    bool m_isOursToRemove = false; ///< what is in m_staging
    bool m_replaces = false;
    std::optional<BuildLock> m_lock;
};

} // namespace fissure
