#pragma once

#include "core/base/Clock.h"
#include "core/base/Result.h"
#include "core/base/Workspace.h"
#include "core/store/WorkspaceLock.h"

#include <chrono>
#include <memory>
#include <string>

namespace fissure {

/// Writes the workspace's list of data sets; the folders themselves are never touched. Takes turns with the
/// other writers as RunStore does. One object belongs to one thread.
class DatasetStore {
public:
    /// Fails as RunStore::open does.
    static Result<std::unique_ptr<DatasetStore>> open(const Workspace& workspace, const Clock& clock,
                                                      std::chrono::milliseconds patience = kLockPatience);
    ~DatasetStore();
    DatasetStore(const DatasetStore&) = delete;
    DatasetStore& operator=(const DatasetStore&) = delete;

    /// Enters a folder, as wholeFolder() gives it, or takes its new fingerprint where it is in the list. An
    /// empty fingerprint, of a folder that was not looked into, leaves the one that is known.
    Result<void> put(const std::string& folder, const std::string& fingerprint);

    /// Takes it off the list; runs keep what they know of it. Nothing where it is not in there.
    Result<void> forget(const std::string& folder);

private:
    class Impl;
    explicit DatasetStore(std::unique_ptr<Impl> impl);
    std::unique_ptr<Impl> m_impl;
};

} // namespace fissure
