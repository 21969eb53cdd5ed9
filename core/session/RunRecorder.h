#pragma once

#include "core/base/Result.h"
#include "core/base/Workspace.h"
#include "core/engine/Trainer.h"
#include "core/session/TrainObserver.h"
#include "core/store/RunStore.h"

#include <chrono>
#include <cstddef>
#include <optional>
#include <span>
#include <stop_token>
#include <string>
#include <vector>

namespace fissure {

/// Joins engine and store: hears of a training, records it, and passes it on to the observer. Everything
/// happens on the thread that trains. When the store cannot be written any more the training is asked to
/// stop, and failed() says why.
class RunRecorder final : public TrainListener {
public:
    /// store, observer and abort must outlive the recorder; started carries what is known before the engine
    /// runs.
    RunRecorder(const Workspace& workspace, RunStore& store, TrainObserver& observer, std::stop_source& abort,
                RunStarted started);

    const std::optional<Error>& failed() const { return m_failed; }

    /// Writes the steps that still wait. Called once after the training.
    void flush();
    /// A line of the run's log, for the store and the observer.
    void note(const std::string& severity, const std::string& text);

    void onStarted(const EngineFacts& facts) override;
    void onStep(const StepMetrics& step) override;
    void onValidationProgress(const ValidationProgress& progress) override;
    void onEpoch(const EpochMetrics& epoch, std::span<const Prediction> predictions) override;
    Result<void> onWeights(int epoch, std::span<const std::byte> safetensors) override;
    void onSkipped(const SkippedFile& file) override;

private:
    void check(const Result<void>& written);

    const Workspace& m_workspace;
    RunStore& m_store;
    TrainObserver& m_observer;
    std::stop_source& m_abort;
    RunStarted m_started;
    std::vector<StepMetrics> m_waiting;
    std::chrono::steady_clock::time_point m_lastFlush;
    std::optional<Error> m_failed;
};

} // namespace fissure
