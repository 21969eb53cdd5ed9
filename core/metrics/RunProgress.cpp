#include "core/metrics/RunProgress.h"

#include <algorithm>

namespace fissure {

namespace {

/// A forward pass costs about a third of forward, backward and step: the guess until a validation was timed.
constexpr double kValidationShare = 1.0 / 3.0;
constexpr int kRememberedUnits = 50;

} // namespace

RunProgress::RunProgress(int epochs, int stepsInEpoch, int validationBatches)
    : m_epochs(epochs)
    , m_stepsInEpoch(stepsInEpoch)
    , m_validationBatches(validationBatches) {}

void RunProgress::Pace::add(double sample) {
    samples = std::min(samples + 1, kRememberedUnits);
    seconds += (sample - seconds) / samples;
}

void RunProgress::timeUnit(Pace& pace, Elapsed now) {
    if (m_lastUnit) {
        pace.add((now - *m_lastUnit).count());
    }
    m_lastUnit = now;
}

void RunProgress::onStep(const StepMetrics& step, Elapsed now) {
    m_stepsDone = static_cast<std::int64_t>(step.epoch - 1) * m_stepsInEpoch + step.step;
    m_batchesDone = static_cast<std::int64_t>(step.epoch - 1) * m_validationBatches;
    timeUnit(m_step, now);
}

void RunProgress::onValidation(const ValidationProgress& progress, Elapsed now) {
    m_batchesDone = static_cast<std::int64_t>(progress.epoch - 1) * m_validationBatches + progress.batch;
    timeUnit(m_batch, now);
}

double RunProgress::validationSeconds() const {
    return m_batch.samples > 0 ? m_batch.seconds : m_step.seconds * kValidationShare;
}

double RunProgress::fraction() const {
    const double step = m_step.samples > 0 ? m_step.seconds : 1.0;
    const double batch = m_step.samples > 0 ? validationSeconds() : kValidationShare;
    const double done = static_cast<double>(m_stepsDone) * step + static_cast<double>(m_batchesDone) * batch;
    const double whole = m_epochs * (m_stepsInEpoch * step + m_validationBatches * batch);
    return whole > 0.0 ? std::clamp(done / whole, 0.0, 1.0) : 0.0;
}

std::optional<std::chrono::milliseconds> RunProgress::timeLeft() const {
    if (m_step.samples == 0) {
        return std::nullopt;
    }
    const auto steps =
        static_cast<double>(static_cast<std::int64_t>(m_epochs) * m_stepsInEpoch - m_stepsDone);
    const auto batches =
        static_cast<double>(static_cast<std::int64_t>(m_epochs) * m_validationBatches - m_batchesDone);
    const double seconds = steps * m_step.seconds + batches * validationSeconds();
    return std::chrono::milliseconds(static_cast<std::int64_t>(std::max(0.0, seconds) * 1000.0));
}

} // namespace fissure
