#include "ui/run/LiveStatus.h"

#include <algorithm>

namespace fissure::ui {

LiveStatus::Phase LiveStatus::phase() const {
    const bool canBeHeld = m_phase == Phase::Training || m_phase == Phase::Validating;
    if (!canBeHeld || m_pause == Pause::None) {
        return m_phase;
    }
    return m_pause == Pause::Reached ? Phase::Paused : Phase::Pausing;
}

int LiveStatus::epochs() const {
    return m_hasStarted ? static_cast<int>(m_started->config.epochs) : 0;
}

double LiveStatus::fraction() const {
    return m_hasStarted ? m_progress->fraction() : 0.0;
}

std::optional<std::chrono::milliseconds> LiveStatus::timeLeft() const {
    return m_hasStarted && isActive() ? m_progress->timeLeft() : std::nullopt;
}

void LiveStatus::onPreparing() {
    m_phase = Phase::Preparing;
    m_hasStarted = false;
}

void LiveStatus::onStarted(const RunStarted& started, Elapsed now) {
    const bool isStopping = m_phase == Phase::Stopping;
    *this = LiveStatus();
    m_phase = isStopping ? Phase::Stopping : Phase::Training;
    m_started = started;
    m_hasStarted = true;
    m_units = started.stepsInEpoch;
    m_lastUnitAt = now;
    const std::int64_t batchSize = std::max<std::int64_t>(1, started.config.batchSize);
    const std::int64_t batches = (started.validProposals + batchSize - 1) / batchSize;
    m_progress.emplace(static_cast<int>(started.config.epochs), started.stepsInEpoch,
                       static_cast<int>(batches));
}

void LiveStatus::onSteps(const std::vector<StepMetrics>& steps, Elapsed now) {
    if (steps.empty() || !m_hasStarted) {
        return;
    }
    if (m_phase == Phase::Validating) {
        m_phase = Phase::Training;
    }
    // Steps that arrived together did not happen together: they share the time since the last arrival.
    const Elapsed each = (now - m_lastUnitAt) / static_cast<double>(steps.size());
    for (std::size_t i = 0; i < steps.size(); ++i) {
        m_progress->onStep(steps[i], m_lastUnitAt + each * static_cast<double>(i + 1));
    }
    m_lastUnitAt = now;
    m_epoch = steps.back().epoch;
    m_unit = steps.back().step;
    m_units = steps.back().stepsInEpoch;
    m_imagesPerSecond = steps.back().imagesPerSecond;
}

void LiveStatus::onValidation(const ValidationProgress& progress, Elapsed now) {
    if (!m_hasStarted) {
        return;
    }
    const int before = m_phase == Phase::Validating && m_epoch == progress.epoch ? m_unit : 0;
    if (m_phase == Phase::Training) {
        m_phase = Phase::Validating;
    }
    // Only the last of several batches is told; the others are counted here.
    const Elapsed each = (now - m_lastUnitAt) / static_cast<double>(std::max(1, progress.batch - before));
    for (int batch = before + 1; batch <= progress.batch; ++batch) {
        m_progress->onValidation({progress.epoch, batch, progress.batches},
                                 m_lastUnitAt + each * static_cast<double>(batch - before));
    }
    m_lastUnitAt = now;
    m_epoch = progress.epoch;
    m_unit = progress.batch;
    m_units = progress.batches;
}

void LiveStatus::onEpoch(const EpochMetrics& epoch) {
    m_epoch = epoch.epoch;
    m_wholeEpochs = epoch.epoch;
    if (epoch.isBest) {
        m_best = epoch;
    }
}

void LiveStatus::onStopping() {
    if (isActive()) {
        m_phase = Phase::Stopping;
    }
}

void LiveStatus::onPausing() {
    m_pause = Pause::Wanted;
}

void LiveStatus::onPaused() {
    m_pause = Pause::Reached;
}

void LiveStatus::onResumed() {
    m_pause = Pause::None;
}

void LiveStatus::onFinished(const RunResult& result) {
    m_phase = Phase::Ended;
    m_result = result;
}

void LiveStatus::onRefused() {
    m_hasStarted = m_started.has_value();
    m_phase = m_hasStarted ? Phase::Ended : Phase::Idle;
}

} // namespace fissure::ui
