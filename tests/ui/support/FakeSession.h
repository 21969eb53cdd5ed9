#pragma once

#include "core/session/TrainingSession.h"

#include <functional>
#include <mutex>
#include <vector>

namespace fissure::ui::test {

/// A session that trains nothing: it plays a script on the thread that calls run().
class FakeSession final : public Session {
public:
    using Script = std::function<Result<RunResult>(const RunRequest&, TrainObserver&, std::stop_token)>;

    explicit FakeSession(Script script) : m_script(std::move(script)) {}

    /// What run() was asked for, oldest first. Safe from any thread.
    std::vector<RunRequest> requests() const;

    Result<RunResult> run(const RunRequest& request, TrainObserver& observer, RunControl control) override;

private:
    Script m_script;
    mutable std::mutex m_mutex;
    std::vector<RunRequest> m_requests;
};

/// Sleeps until somebody asks the training to stop.
void waitForStop(const std::stop_token& stop);

/// Values as a real run would report them; the losses fall with the epochs, epoch 2 is the best of all.
RunStarted startedRun(int stepsInEpoch = 10, int epochs = 3);
StepMetrics stepOf(int epoch, int step, int stepsInEpoch = 10);
EpochMetrics epochOf(int epoch);
/// count predictions, every second one a crack, the losses rising with the index.
std::vector<Prediction> predictionsOf(int count);

/// A whole run: epochs with their steps, validation and predictions, then finished; stopped where the stop is
/// asked for between two steps.
FakeSession::Script wholeRun(int epochs = 3, int stepsInEpoch = 10);

} // namespace fissure::ui::test
