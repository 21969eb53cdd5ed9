#pragma once

#include "core/metrics/RunProgress.h"
#include "core/session/TrainingSession.h"

#include <QElapsedTimer>
#include <QObject>
#include <QString>

#include <chrono>
#include <optional>

namespace fissure::ui {

class RunController;

enum class RunPhase { None, Preparing, Training, Stopping, Ended, Refused };

/// The training of this window in figures that a status bar and a title can show.
struct CurrentRunState {
    RunPhase phase = RunPhase::None;
    RunId run;
    QString name;
    int epoch = 0; ///< from 1; 0 before the first step
    int epochs = 0;
    double fraction = 0.0; ///< of all epochs, in [0, 1]
    double imagesPerSecond = 0.0;
    std::optional<std::chrono::milliseconds> timeLeft;
    RunStatus status = RunStatus::Running; ///< once it has ended
    QString reason;                        ///< why it has ended

    bool isLiving() const {
        return phase == RunPhase::Preparing || phase == RunPhase::Training || phase == RunPhase::Stopping;
    }
};

/// Follows the controller and tells of every change with one signal. GUI thread only.
class CurrentRun final : public QObject {
    Q_OBJECT

public:
    /// The controller must outlive it.
    explicit CurrentRun(RunController& controller, QObject* parent = nullptr);

    const CurrentRunState& state() const { return m_state; }

Q_SIGNALS:
    void changed();

private:
    void begin(const RunStarted& started);
    void takeSteps(const std::vector<StepMetrics>& steps);
    void takeValidation(const ValidationProgress& progress);
    void measure();
    RunProgress::Elapsed elapsed() const;

    CurrentRunState m_state;
    std::optional<RunProgress> m_progress;
    QElapsedTimer m_sinceStart;
};

} // namespace fissure::ui
