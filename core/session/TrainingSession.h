#pragma once

#include "core/base/Clock.h"
#include "core/base/Ids.h"
#include "core/base/Result.h"
#include "core/base/RunControl.h"
#include "core/base/Workspace.h"
#include "core/metrics/Finding.h"
#include "core/session/TrainObserver.h"
#include "core/store/RunRecord.h"

#include <optional>
#include <set>
#include <string>
#include <vector>

namespace fissure {

/// The warnings that the user of a run accepts.
struct Acceptance {
    bool isOfAll = false;
    std::set<std::string> codes = {}; ///< of findings

    bool covers(const Finding& finding) const;
};

/// A run somebody wants.
struct RunRequest {
    RunConfig config;
    std::string name; ///< empty: defaultRunName()
    std::vector<std::string> tags;
    std::vector<Finding> findings = {}; ///< of a deepCheck() of this configuration, to be stored with the run
    Acceptance accepted = {};
};

/// The name of a run that was given none: "resnet18 weighted focal".
std::string defaultRunName(const RunConfig& config);

/// How a run ended, failed ones included: its row is closed.
struct RunResult {
    RunId run;
    RunStatus status = RunStatus::Finished;
    std::string reason;         ///< "early stopping after epoch 7", or what failed
    std::optional<Error> error; ///< of a failed run
};

/// The interface of a session, so that windows can be tested with one that trains nothing.
class Session {
public:
    virtual ~Session() = default;

    /// Trains and records, synchronously. A run that is held says paused in its row. An Error means that no
    /// run was created (bad configuration or data, a finding that is an error, no such device, unwritable
    /// workspace); once there is a row, failures are in the RunResult and the row, those that the observer
    /// throws included.
    virtual Result<RunResult> run(const RunRequest& request, TrainObserver& observer, RunControl control) = 0;
};

/// The door to the engine: checks, scans the data, creates the run's row before the first batch with what the
/// quick checks and those before the request found, tells the observer of the warnings among it, trains,
/// records every step, epoch and prediction, keeps the heart beating and closes the row on every path.
class TrainingSession final : public Session {
public:
    TrainingSession(Workspace workspace, const Clock& clock)
        : m_workspace(std::move(workspace))
        , m_clock(clock) {}

    Result<RunResult> run(const RunRequest& request, TrainObserver& observer, RunControl control) override;

private:
    struct OpenRun;

    Result<OpenRun> start(const RunRequest& request);
    RunResult trainAndRecord(OpenRun& run, TrainObserver& observer, const RunControl& control);
    static RunResult close(const OpenRun& run, RunResult result);

    Workspace m_workspace;
    const Clock& m_clock;
};

} // namespace fissure
