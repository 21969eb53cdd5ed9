#pragma once

#include "core/base/Result.h"

#include <filesystem>
#include <string>
#include <vector>

namespace fissure {

/// Where a data set grows: a hidden folder beside its target, which takes the target's place as a whole when
/// it is published. What is not published is removed. A data set that stood there before is whole until then;
/// its crops go, files that are not its own are carried over. One process at a time builds for a target: a
/// lock file beside it is held as long as this lives.
class BuildFolder {
public:
    /// target must be new, empty, or hold a data set of ours with its manifest. Ends what a build that was
    /// killed left half-done there. Fails with WrongFormat (it holds something else), Unreadable, NotFound
    /// (the manifest), Unwritable or Busy (another build for the same target).
    static Result<BuildFolder> open(const std::filesystem::path& target);

    /// Whether a data set of ours stands at the target, which a build would replace; false where it is new or
    /// empty. Changes nothing. Fails with WrongFormat, Unreadable or NotFound as open() does.
    static Result<bool> examine(const std::filesystem::path& target);

    BuildFolder(BuildFolder&& other) noexcept;
    BuildFolder& operator=(BuildFolder&&) = delete;
    ~BuildFolder();

    const std::filesystem::path& target() const { return m_target; }
    const std::filesystem::path& staging() const { return m_staging; }

    /// True where a data set of ours stands at the target.
    bool replaces() const { return m_replaces; }

    /// Makes what was staged durable and moves it to the target in one step. Returns the names of the user's
    /// files that were carried over, sorted. Fails with Unwritable. Where one of them cannot be, the new data
    /// set stands at the target and the earlier one is kept whole where the error says; the next open() tries
    /// again.
    Result<std::vector<std::string>> publish();

private:
    explicit BuildFolder(std::filesystem::path target);

    std::filesystem::path beside(const char* suffix) const;
    Result<void> lock();
    Result<void> recover() const;
    Result<void> stage();
    Result<std::filesystem::path> swapWithTarget() const;
    Result<std::vector<std::string>> clearAway(const std::filesystem::path& earlier) const;

    std::filesystem::path m_target;
    std::filesystem::path m_staging;
    bool m_isStaged = false; ///< what is in m_staging is ours to remove
    bool m_replaces = false;
    int m_lock = -1;
};

} // namespace fissure
