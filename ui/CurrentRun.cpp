#include "ui/CurrentRun.h"

#include "ui/run/RunController.h"

namespace fissure::ui {

CurrentRun::CurrentRun(RunController& controller, QObject* parent) : QObject(parent) {
    connect(&controller, &RunController::preparing, this, [this] {
        m_state = {};
        m_state.phase = RunPhase::Preparing;
        m_progress.reset();
        Q_EMIT changed();
    });
    connect(&controller, &RunController::runStarted, this, &CurrentRun::begin);
    connect(&controller, &RunController::stepsArrived, this, &CurrentRun::takeSteps);
    connect(&controller, &RunController::validationProgressed, this, &CurrentRun::takeValidation);
    connect(&controller, &RunController::stopping, this, [this] {
        m_state.phase = RunPhase::Stopping;
        Q_EMIT changed();
    });
    connect(&controller, &RunController::finished, this, [this](const RunResult& result) {
        m_state.phase = RunPhase::Ended;
        m_state.run = result.run;
        m_state.status = result.status;
        m_state.reason = QString::fromStdString(result.reason);
        m_state.timeLeft.reset();
        Q_EMIT changed();
    });
    connect(&controller, &RunController::refused, this, [this] {
        m_state = {};
        m_state.phase = RunPhase::Refused;
        Q_EMIT changed();
    });
}

void CurrentRun::begin(const RunStarted& started) {
    const std::int64_t batch = started.config.batchSize;
    const auto batches = static_cast<int>((started.validProposals + batch - 1) / batch);
    m_progress.emplace(static_cast<int>(started.config.epochs), started.stepsInEpoch, batches);
    m_sinceStart.start();
    if (m_state.phase == RunPhase::Preparing) {
        m_state.phase = RunPhase::Training;
    }
    m_state.run = started.run;
    m_state.name = QString::fromStdString(started.name);
    m_state.epochs = static_cast<int>(started.config.epochs);
    Q_EMIT changed();
}

void CurrentRun::takeSteps(const std::vector<StepMetrics>& steps) {
    if (!m_progress || steps.empty()) {
        return;
    }
    for (const StepMetrics& step : steps) {
        m_progress->onStep(step, elapsed());
    }
    m_state.epoch = steps.back().epoch;
    m_state.imagesPerSecond = steps.back().imagesPerSecond;
    measure();
}

void CurrentRun::takeValidation(const ValidationProgress& progress) {
    if (m_progress) {
        m_progress->onValidation(progress, elapsed());
        measure();
    }
}

void CurrentRun::measure() {
    m_state.fraction = m_progress->fraction();
    m_state.timeLeft = m_progress->timeLeft();
    Q_EMIT changed();
}

RunProgress::Elapsed CurrentRun::elapsed() const {
    return std::chrono::nanoseconds(m_sinceStart.nsecsElapsed());
}

} // namespace fissure::ui
