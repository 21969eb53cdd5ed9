#include "tests/ui/support/SteeredSession.h"

#include "tests/ui/support/FakeSession.h"

#include <chrono>
#include <condition_variable>
#include <mutex>

namespace fissure::ui::test {

namespace {

constexpr std::chrono::milliseconds kStepTime{5};

} // namespace

Result<RunResult> SteeredSession::run(const RunRequest&, TrainObserver& observer, RunControl control) {
    observer.onStarted(startedRun(kSteps, 1));
    std::mutex mutex;
    std::condition_variable_any wake;
    std::unique_lock lock(mutex);
    for (int step = 1; !control.stop.stop_requested(); ++step) {
        if (control.gate.isPaused()) {
            observer.onPaused();
            control.gate.waitWhilePaused(control.stop);
        }
        observer.onStep(stepOf(1, step, kSteps));
        wake.wait_for(lock, control.stop, kStepTime, [] { return false; });
    }
    return RunResult{RunId{41}, RunStatus::Stopped, "stopped by the user", {}};
}

} // namespace fissure::ui::test
