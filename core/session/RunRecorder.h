#pragma once

#include "core/base/Result.h"
#include "core/base/Workspace.h"
#include "core/engine/Trainer.h"
#include "core/session/Heartbeat.h"
#include "core/session/TrainObserver.h"
#include "core/store/RunStore.h"

#include <chrono>
#include <cstddef>
#include <deque>
#include <functional>
#include <optional>
#include <span>
#include <stop_token>
#include <string>
#include <vector>

namespace fissure {

/// How long another program may keep a run from being recorded before that ends it.
inline constexpr std::chrono::minutes kBusyPatience{5};

/// Joins engine and store: hears of a training, records it, and passes it on to the observer. Everything
/// happens on the thread that trains. What cannot be written because another program holds the store waits
/// and is tried again. When the store cannot be written any more the training is asked to stop, nothing more
/// is written, and failed() says why.
class RunRecorder final : public TrainListener {
public:
    /// workspace, store, heartbeat, observer and abort must outlive the recorder; started carries what is
    /// known before the engine runs.
    RunRecorder(const Workspace& workspace, RunStore& store, Heartbeat& heartbeat, TrainObserver& observer,
                std::stop_source& abort, RunStarted started,
                std::chrono::milliseconds busyPatience = kBusyPatience);

    const std::optional<Error>& failed() const { return m_failed; }

    /// Writes all that still waits, for as long as the patience goes. Called once after the training.
    void finish();
    /// A line of the run's log, for the store and the observer.
    void note(const std::string& severity, const Text& text);

    void onStarted(const EngineFacts& facts) override;
    void onStep(const StepMetrics& step) override;
    void onValidationProgress(const ValidationProgress& progress) override;
    void onPaused() override;
    void onResumed() override;
    void onEpoch(const EpochMetrics& epoch, std::span<const Prediction> predictions) override;
    Result<void> onWeights(int epoch, std::span<const std::byte> safetensors) override;
    void onSkipped(const SkippedFile& file) override;

private:
    using Write = std::function<Result<void>()>;

    void write(Write write);
    void flush();
    void fail(const Error& error);
    void keepOnly(const CheckpointRecord& weights);

    const Workspace& m_workspace;
    RunStore& m_store;
    Heartbeat& m_heartbeat;
    TrainObserver& m_observer;
    std::stop_source& m_abort;
    RunStarted m_started;
    std::chrono::milliseconds m_busyPatience;

    std::vector<StepMetrics> m_steps; ///< not yet in a write
    std::deque<Write> m_writes;       ///< not yet done, in their order
    std::chrono::steady_clock::time_point m_lastFlush;
    std::optional<std::chrono::steady_clock::time_point> m_busySince;
    std::optional<CheckpointRecord>
        m_weights; ///< of the epoch that onEpoch() comes with next; no row names them
    std::optional<CheckpointRecord> m_kept; ///< those that the run's row names
    std::optional<Error> m_failed;
};

} // namespace fissure
