#include "ui/run/CurrentRun.h"

#include "ui/run/RunController.h"

namespace fissure::ui {

namespace {

constexpr std::chrono::milliseconds kTickInterval{100};

} // namespace

CurrentRun::CurrentRun(RunController& controller, QObject* parent) : QObject(parent) {
    m_tick.setInterval(kTickInterval);
    connect(&m_tick, &QTimer::timeout, this, &CurrentRun::changed);
    follow(controller);
    if (controller.isRunning()) {
        prepare();
        if (const auto& started = controller.started()) {
            m_status.onStarted(*started, now());
        }
    }
}

std::chrono::milliseconds CurrentRun::elapsed() const {
    return m_status.isActive() ? std::chrono::duration_cast<std::chrono::milliseconds>(now()) : m_endedAfter;
}

void CurrentRun::follow(RunController& controller) {
    connect(&controller, &RunController::preparing, this, &CurrentRun::prepare);
    connect(&controller, &RunController::runStarted, this, [this](const RunStarted& started) {
        m_status.onStarted(started, now());
        Q_EMIT changed();
    });
    connect(&controller, &RunController::stepsArrived, this,
            [this](const std::vector<StepMetrics>& steps) { m_status.onSteps(steps, now()); });
    connect(&controller, &RunController::validationProgressed, this,
            [this](const ValidationProgress& progress) { m_status.onValidation(progress, now()); });
    connect(&controller, &RunController::epochFinished, this,
            [this](const EpochMetrics& epoch) { m_status.onEpoch(epoch); });
    connect(&controller, &RunController::stopping, this, [this] {
        m_status.onStopping();
        goOn();
    });
    connect(&controller, &RunController::pausing, this, [this] {
        m_status.onPausing();
        Q_EMIT changed();
    });
    connect(&controller, &RunController::paused, this, &CurrentRun::hold);
    connect(&controller, &RunController::resumed, this, [this] {
        m_status.onResumed();
        goOn();
    });
    connect(&controller, &RunController::finished, this, [this](const RunResult& result) {
        m_endedAfter = elapsed();
        m_status.onFinished(result);
        end();
    });
    connect(&controller, &RunController::refused, this, [this] {
        m_status.onRefused();
        end();
    });
}

void CurrentRun::prepare() {
    m_status.onPreparing();
    m_clock = WorkClock();
    m_startedAt = m_clock.now();
    m_tick.start();
    Q_EMIT changed();
}

void CurrentRun::hold() {
    m_status.onPaused();
    m_clock.hold();
    m_tick.stop(); // nothing moves
    Q_EMIT changed();
}

void CurrentRun::goOn() {
    m_clock.resume();
    m_tick.start();
    Q_EMIT changed();
}

void CurrentRun::end() {
    m_tick.stop();
    Q_EMIT changed();
}

LiveStatus::Elapsed CurrentRun::now() const {
    return m_clock.now() - m_startedAt;
}

} // namespace fissure::ui
