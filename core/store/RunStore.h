#pragma once

#include "core/base/Clock.h"
#include "core/base/Result.h"
#include "core/base/Workspace.h"
#include "core/metrics/Mark.h"
#include "core/store/RunRecord.h"
#include "core/store/WorkspaceLock.h"

#include <chrono>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace fissure {

/// Writes runs, and marks of proposals. Every write takes the workspace's lock file, so that writers of
/// several processes take turns (see ARCHITECTURE.md on SQLite's WAL-reset bug). One object belongs to one
/// thread; open one per thread.
class RunStore {
public:
    /// Opens the workspace's database, makes it or migrates it. Fails with NewerSchema, WrongFormat (of
    /// another program), Damaged, Unwritable or Busy. patience: how long each write waits for its turn before
    /// it fails with Busy.
    static Result<std::unique_ptr<RunStore>> open(const Workspace& workspace, const Clock& clock,
                                                  std::chrono::milliseconds patience = kLockPatience);
    ~RunStore();
    RunStore(const RunStore&) = delete;
    RunStore& operator=(const RunStore&) = delete;

    /// The row of a run that starts now in this process; its status is running and its heart beats.
    Result<RunId> createRun(const NewRun& run);
    Result<void> addSteps(RunId run, std::span<const StepMetrics> steps);
    /// With the checkpoint of its weights, where there is one: both are there, or neither.
    Result<void> addEpoch(RunId run, const EpochMetrics& epoch, std::span<const Prediction> predictions,
                          const std::optional<CheckpointRecord>& weights = std::nullopt);
    Result<void> addSkipped(RunId run, const SkippedFile& file);
    Result<void> addNote(RunId run, const std::string& severity, const std::string& text);
    /// Replaces the run's checkpoint of that kind.
    Result<void> putCheckpoint(RunId run, const CheckpointRecord& checkpoint);
    Result<void> addEnvironment(RunId run, const EnvironmentFacts& facts);
    /// A sign of life that says whether the run trains (Running) or is held (Paused); it also wakes a run
    /// that others took for dead. Nothing to a closed run.
    Result<void> beat(RunId run, RunStatus status = RunStatus::Running);
    Result<void> closeRun(RunId run, RunStatus status, const std::string& reason);

    /// Running and paused rows whose process is gone, or whose heart has not beaten for a minute, become
    /// interrupted; their number.
    Result<int> sweepDeadRuns();

    Result<void> renameRun(RunId run, const std::string& name);
    Result<void> setTags(RunId run, const std::vector<std::string>& tags);
    /// Removes rows and checkpoint folder. Fails with Busy for a living run, a paused one too.
    Result<void> deleteRun(RunId run);

    /// Marks a crop of a folder for all runs, in place of the mark it had; no mark takes that away.
    Result<void> setMark(const std::string& folder, const std::string& file, std::optional<Mark> mark);

private:
    class Impl;
    explicit RunStore(std::unique_ptr<Impl> impl);
    std::unique_ptr<Impl> m_impl;
};

/// "3.40.1": of SQLite.
std::string databaseLibraryVersion();

} // namespace fissure
