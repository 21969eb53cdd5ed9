#pragma once

#include "core/base/Result.h"

#include <filesystem>
#include <string>
#include <unordered_set>

namespace fissure {

/// Where a data set grows: a hidden folder beside its target, which takes the target's place as a whole when
/// it is published. What is not published is removed. A data set that stood there before is whole until then;
/// its crops go, files that are not its own are carried over. One process at a time builds for a target.
class BuildFolder {
public:
    /// target must be new, empty, or hold a data set of ours with its manifest. Fails with WrongFormat (it
    /// holds something else), Unwritable or Busy (another build for the same target).
    static Result<BuildFolder> open(const std::filesystem::path& target);

    BuildFolder(BuildFolder&& other) noexcept;
    BuildFolder& operator=(BuildFolder&&) = delete;
    ~BuildFolder();

    const std::filesystem::path& target() const { return m_target; }
    const std::filesystem::path& staging() const { return m_staging; }

    /// True where a data set of ours stands at the target.
    bool replaces() const { return m_replaces; }

    /// Makes what was staged durable and moves it to the target in one step. Fails with Unwritable.
    Result<void> publish();

private:
    BuildFolder(std::filesystem::path target, std::filesystem::path staging);

    Result<void> examineTarget();
    Result<void> claimStaging();
    Result<void> swapWithTarget();
    void carryOverForeignFiles() const;

    std::filesystem::path m_target;
    std::filesystem::path m_staging;
    std::unordered_set<std::string> m_ownFiles; ///< of the data set at the target
    bool m_replaces = false;
    int m_lock = -1;
};

} // namespace fissure
