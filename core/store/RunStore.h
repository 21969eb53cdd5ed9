#pragma once

#include "core/base/Clock.h"
#include "core/base/Result.h"
#include "core/base/Workspace.h"
#include "core/store/RunRecord.h"

#include <memory>
#include <span>
#include <string>
#include <vector>

namespace fissure {

/// Writes runs. Every write takes the workspace's lock file, so that writers of several processes take turns
/// (see ARCHITECTURE.md on SQLite's WAL-reset bug). One object belongs to one thread; open one per thread.
class RunStore {
public:
    /// Opens the workspace's database, makes it or migrates it. Fails with NewerSchema, WrongFormat (of
    /// another program), Damaged, Unwritable or Busy.
    static Result<std::unique_ptr<RunStore>> open(const Workspace& workspace, const Clock& clock);
    ~RunStore();
    RunStore(const RunStore&) = delete;
    RunStore& operator=(const RunStore&) = delete;

    /// The row of a run that starts now in this process; its status is running and its heart beats.
    Result<RunId> createRun(const NewRun& run);
    Result<void> addSteps(RunId run, std::span<const StepMetrics> steps);
    Result<void> addEpoch(RunId run, const EpochMetrics& epoch, std::span<const Prediction> predictions);
    Result<void> addSkipped(RunId run, const SkippedFile& file);
    Result<void> addNote(RunId run, const std::string& severity, const std::string& text);
    /// Replaces the run's checkpoint of that kind.
    Result<void> putCheckpoint(RunId run, const CheckpointRecord& checkpoint);
    Result<void> addEnvironment(RunId run, const EnvironmentFacts& facts);
    /// A sign of life; it also wakes a run that others took for dead. Nothing to a closed run.
    Result<void> beat(RunId run);
    Result<void> closeRun(RunId run, RunStatus status, const std::string& reason);

    /// Running rows whose process is gone become interrupted; their number. A run of another host counts as
    /// dead when its heart has not beaten for a minute.
    Result<int> sweepDeadRuns();

    Result<void> renameRun(RunId run, const std::string& name);
    Result<void> setTags(RunId run, const std::vector<std::string>& tags);
    /// Removes rows and checkpoint folder. Fails with Busy for a living run.
    Result<void> deleteRun(RunId run);

private:
    class Impl;
    explicit RunStore(std::unique_ptr<Impl> impl);
    std::unique_ptr<Impl> m_impl;
};

/// "3.40.1": of SQLite.
std::string databaseLibraryVersion();

} // namespace fissure
