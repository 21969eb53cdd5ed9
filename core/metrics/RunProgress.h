#pragma once

#include "core/metrics/TrainMetrics.h"

#include <chrono>
#include <optional>

namespace fissure {

/// How far a run has come and how long it will still take at most (early stopping may end it before). Time is
/// told by whoever asks, as a duration since the run started, so that tests need no clock.
class RunProgress {
public:
    using Elapsed = std::chrono::duration<double>;

    /// validationBatches: of one epoch; 0 without validation.
    RunProgress(int epochs, int stepsInEpoch, int validationBatches);

    void onStep(const StepMetrics& step, Elapsed now);
    void onValidation(const ValidationProgress& progress, Elapsed now);

    /// Of all epochs, in [0, 1], weighed by what steps and validation batches cost.
    double fraction() const;
    /// Empty until two steps have been timed.
    std::optional<std::chrono::milliseconds> timeLeft() const;

private:
    /// Seconds of one unit of work, smoothed so that a busy minute is forgotten after some fifty units.
    struct Pace {
        double seconds = 0.0;
        int samples = 0;

        void add(double sample);
    };

    void timeUnit(Pace& pace, Elapsed now);
    double validationSeconds() const;

    int m_epochs;
    int m_stepsInEpoch;
    int m_validationBatches;
    std::int64_t m_stepsDone = 0;
    std::int64_t m_batchesDone = 0;
    std::optional<Elapsed> m_lastUnit;
    Pace m_step;
    Pace m_batch;
};

} // namespace fissure
