#include "tests/ui/support/FakeSession.h"

#include "core/data/ProposalName.h"

#include <algorithm>
#include <condition_variable>
#include <cstdlib>

namespace fissure::ui::test {

namespace {

constexpr int kValidationBatches = 4;
constexpr int kBestEpoch = 2;

RunResult ended(RunStatus status, std::string reason) {
    RunResult result;
    result.run = RunId{41};
    result.status = status;
    result.reason = std::move(reason);
    return result;
}

} // namespace

std::vector<RunRequest> FakeSession::requests() const {
    const std::scoped_lock lock(m_mutex);
    return m_requests;
}

Result<RunResult> FakeSession::run(const RunRequest& request, TrainObserver& observer, RunControl control) {
    {
        const std::scoped_lock lock(m_mutex);
        m_requests.push_back(request);
    }
    return m_script(request, observer, std::move(control.stop));
}

void waitForStop(const std::stop_token& stop) {
    std::mutex mutex;
    std::condition_variable_any wake;
    std::unique_lock lock(mutex);
    wake.wait(lock, stop, [] { return false; });
}

RunStarted startedRun(int stepsInEpoch, int epochs) {
    RunStarted started;
    started.run = RunId{41};
    started.uuid = "0123456789abcdef0123456789abcdef";
    started.name = "weighted 1:2";
    started.config.epochs = epochs;
    started.config.validDir = "valid";
    started.device = "cpu";
    started.precision = "bf16";
    started.threads = 2;
    started.stepsInEpoch = stepsInEpoch;
    started.trainProposals = static_cast<std::int64_t>(stepsInEpoch) * started.config.batchSize;
    started.validProposals = kValidationBatches * started.config.batchSize;
    return started;
}

StepMetrics stepOf(int epoch, int step, int stepsInEpoch) {
    StepMetrics metrics;
    metrics.epoch = epoch;
    metrics.step = step;
    metrics.stepsInEpoch = stepsInEpoch;
    metrics.globalStep = static_cast<std::int64_t>(epoch - 1) * stepsInEpoch + step;
    metrics.loss = 0.7 / (1.0 + 0.1 * static_cast<double>(metrics.globalStep));
    metrics.accuracy = 1.0 - metrics.loss / 2.0;
    metrics.runningLoss = metrics.loss;
    metrics.runningAccuracy = metrics.accuracy;
    metrics.imagesPerSecond = 9.84;
    return metrics;
}

EpochMetrics epochOf(int epoch) {
    EpochMetrics metrics;
    metrics.epoch = epoch;
    metrics.train = {0.6 / epoch, {30 + epoch, 8, 100, 12}};
    metrics.validation = SplitMetrics{0.5 + 0.05 * std::abs(epoch - kBestEpoch), {18 + epoch, 6, 40, 7}};
    metrics.learningRate = 0.001;
    metrics.seconds = 12.0;
    metrics.imagesPerSecond = 9.84;
    metrics.isBest = epoch <= kBestEpoch;
    return metrics;
}

std::vector<Prediction> predictionsOf(int count) {
    std::vector<Prediction> predictions;
    for (int i = 0; i < count; ++i) {
        Prediction prediction;
        prediction.label = i % 2;
        prediction.iou = i % 2 == 1 ? 0.55 : 0.25;
        prediction.file = toFileName({"wall", i, prediction.iou, prediction.label, "jpg"});
        prediction.probability = prediction.label == 1 ? 0.4 : 0.6;
        prediction.loss = 0.1 * (i + 1);
        predictions.push_back(std::move(prediction));
    }
    return predictions;
}

FakeSession::Script wholeRun(int epochs, int stepsInEpoch) {
    return
        [=](const RunRequest& request, TrainObserver& observer, std::stop_token stop) -> Result<RunResult> {
            RunStarted started = startedRun(stepsInEpoch, epochs);
            if (!request.name.empty()) {
                started.name = request.name;
            }
            observer.onStarted(started);
            for (int epoch = 1; epoch <= epochs; ++epoch) {
                for (int step = 1; step <= stepsInEpoch; ++step) {
                    if (stop.stop_requested()) {
                        return ended(RunStatus::Stopped, "stopped by the user");
                    }
                    observer.onStep(stepOf(epoch, step, stepsInEpoch));
                }
                for (int batch = 1; batch <= kValidationBatches; ++batch) {
                    observer.onValidationProgress({epoch, batch, kValidationBatches});
                }
                observer.onEpoch(epochOf(epoch), predictionsOf(12));
            }
            observer.onNote("info", "all epochs are done");
            return ended(RunStatus::Finished, "all epochs are done");
        };
}

} // namespace fissure::ui::test
