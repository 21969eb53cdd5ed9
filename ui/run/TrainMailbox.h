#pragma once

#include "core/session/TrainingSession.h"

#include <mutex>
#include <span>
#include <string>
#include <variant>
#include <vector>

namespace fissure::ui {

/// An epoch with what the network said of the validation proposals after it.
struct EpochReport {
    EpochMetrics epoch;
    std::vector<Prediction> predictions;
};

/// The training is held.
struct TrainPaused {};

/// A line for the log.
struct TrainNote {
    std::string severity;
    Text text;
};

/// Consecutive steps, oldest first.
using StepBatch = std::vector<StepMetrics>;

using TrainEvent = std::variant<RunStarted, StepBatch, ValidationProgress, TrainPaused, EpochReport,
                                TrainNote, Result<RunResult>>;

/// Holds what a training reports until the window takes it. The training thread puts, another thread takes;
/// the order of the events stays. Consecutive steps share one event, and of consecutive validation progresses
/// only the last is kept, so that a fast training costs the window no more than a slow one.
class TrainMailbox final : public TrainObserver {
public:
    /// Everything since the last call.
    std::vector<TrainEvent> takeAll();

    void onStarted(const RunStarted& started) override;
    void onStep(const StepMetrics& step) override;
    void onValidationProgress(const ValidationProgress& progress) override;
    void onPaused() override;
    void onEpoch(const EpochMetrics& epoch, std::span<const Prediction> predictions) override;
    void onNote(const std::string& severity, const Text& text) override;
    /// The last event of a training.
    void putEnd(Result<RunResult> end);

private:
    void put(TrainEvent event);

    std::mutex m_mutex;
    std::vector<TrainEvent> m_events;
};

} // namespace fissure::ui
