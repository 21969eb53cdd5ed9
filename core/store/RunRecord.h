#pragma once

#include "core/base/Clock.h"
#include "core/base/EnumNames.h"
#include "core/base/Error.h"
#include "core/base/Ids.h"
#include "core/config/RunConfig.h"
#include "core/metrics/Finding.h"
#include "core/metrics/TrainMetrics.h"
#include "core/store/DatasetRecord.h"

#include <array>
#include <chrono>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace fissure {

/// Where a run stands. Stored by name.
enum class RunStatus { Queued, Running, Paused, Finished, Stopped, Failed, Interrupted };

template <>
struct EnumNames<RunStatus> {
    static constexpr std::array<std::string_view, 7> names{"queued",  "running", "paused",     "finished",
                                                           "stopped", "failed",  "interrupted"};
};

/// What a run was made in: name -> value ("torch" -> "1.13.1"), in the order of the names.
using EnvironmentFacts = std::map<std::string, std::string>;

/// Something that was known of a run before it started.
struct RunFinding {
    Finding finding;
    bool isAccepted = false; ///< by the user, for a warning

    bool operator==(const RunFinding&) const = default;
};

/// A run about to start.
struct NewRun {
    std::string uuid; ///< 32 hex digits
    std::string name;
    std::vector<std::string> tags;
    RunConfig config;
    EnvironmentFacts environment;
    std::vector<UsedDataset> datasets; ///< one a role; they enter the list of data sets
    std::string datasetFingerprint;
    std::string evaluationFingerprint;
    std::int64_t trainCrack = 0; ///< proposals by label, as selected
    std::int64_t trainNoCrack = 0;
    std::int64_t validCrack = 0;
    std::int64_t validNoCrack = 0;
    std::vector<RunFinding> findings;
};

/// What a list of runs shows of each; optionals are empty until the first epoch is over.
struct RunSummary {
    RunId id;
    std::string uuid;
    std::string name;
    std::vector<std::string> tags;
    RunStatus status = RunStatus::Queued;
    std::string statusReason; ///< of a failed or interrupted run, and why a finished one ended
    WallTime startedAt;
    std::optional<WallTime> endedAt;
    std::chrono::milliseconds pausedFor{0}; ///< in pauses that are over
    std::optional<WallTime> pausedSince;    ///< of a pause that is not over, or that the run ended in
    RunConfig config;
    int epochs = 0;                       ///< completed
    std::optional<EpochMetrics> best;     ///< the epoch whose weights are kept
    std::vector<double> validationLosses; ///< by epoch, for a sparkline

    bool operator==(const RunSummary&) const = default;
};

/// From the start of the run to that time, without its pauses.
std::chrono::milliseconds workingTime(const RunSummary& run, WallTime until);

/// A file the run keeps.
struct CheckpointRecord {
    std::string kind; ///< "best" or "last"
    int epoch = 0;
    std::string path; ///< relative to the workspace
    std::string sha256;
    std::int64_t bytes = 0;
};

/// A line of a run's log.
struct RunNote {
    WallTime at;
    std::string severity; ///< "info", "warning" or "error"
    std::string text;
};

/// All of a run but its points and predictions.
struct RunRecord {
    RunSummary summary;
    EnvironmentFacts environment;
    std::string datasetFingerprint;
    std::string evaluationFingerprint;
    std::int64_t trainCrack = 0;
    std::int64_t trainNoCrack = 0;
    std::int64_t validCrack = 0;
    std::int64_t validNoCrack = 0;
    std::vector<EpochMetrics> epochs;
    std::vector<CheckpointRecord> checkpoints;
    std::vector<RunFinding> findings; ///< gravest first
    std::vector<SkippedFile> skipped;
    std::vector<RunNote> notes;
};

} // namespace fissure
