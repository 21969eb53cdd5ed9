#pragma once

#include "core/metrics/RunProgress.h"
#include "core/session/TrainingSession.h"

#include <chrono>
#include <optional>
#include <vector>

namespace fissure::ui {

/// Where the run stands that is trained, or was trained last: the values behind the live page and the status
/// bar, without a window. Time is handed in as a duration since the training was started, without pauses.
class LiveStatus {
public:
    enum class Phase { Idle, Preparing, Training, Validating, Pausing, Paused, Stopping, Ended };
    using Elapsed = RunProgress::Elapsed;

    Phase phase() const;
    bool isActive() const { return m_phase != Phase::Idle && m_phase != Phase::Ended; }
    /// The run that trains or trained last; nullptr before the first one and while another is prepared.
    const RunStarted* started() const { return m_hasStarted ? &*m_started : nullptr; }
    const std::optional<RunResult>& result() const { return m_result; }
    const std::optional<EpochMetrics>& bestEpoch() const { return m_best; }
    /// From 1; 0 before the first step.
    int epoch() const { return m_epoch; }
    int epochs() const;
    int wholeEpochs() const { return m_wholeEpochs; }
    /// Within the epoch, of training steps or, where isValidating(), of validation batches.
    int unit() const { return m_unit; }
    int units() const { return m_units; }
    /// Also while the validation is held.
    bool isValidating() const { return m_phase == Phase::Validating; }
    /// Of the whole run, in [0, 1].
    double fraction() const;
    std::optional<double> imagesPerSecond() const { return m_imagesPerSecond; }
    /// At most: early stopping may end the run before. Nothing where it is not known or the run is over.
    std::optional<std::chrono::milliseconds> timeLeft() const;

    void onPreparing();
    void onStarted(const RunStarted& started, Elapsed now);
    void onSteps(const std::vector<StepMetrics>& steps, Elapsed now);
    void onValidation(const ValidationProgress& progress, Elapsed now);
    void onEpoch(const EpochMetrics& epoch);
    void onStopping();
    void onPausing();
    void onPaused();
    void onResumed();
    void onFinished(const RunResult& result);
    void onRefused();

private:
    enum class Pause { None, Wanted, Reached };

    Phase m_phase = Phase::Idle; ///< as if there were no pause
    Pause m_pause = Pause::None;
    std::optional<RunStarted> m_started; ///< stays while the next one is prepared, which may be refused
    bool m_hasStarted = false;
    std::optional<RunResult> m_result;
    std::optional<EpochMetrics> m_best;
    std::optional<RunProgress> m_progress;
    std::optional<double> m_imagesPerSecond;
    Elapsed m_lastUnitAt{0.0};
    int m_epoch = 0;
    int m_wholeEpochs = 0;
    int m_unit = 0;
    int m_units = 0;
};

} // namespace fissure::ui
