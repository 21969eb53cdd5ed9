#pragma once

#include "core/base/WorkClock.h"
#include "ui/run/LiveStatus.h"

#include <QObject>
#include <QTimer>

#include <chrono>

namespace fissure::ui {

class RunController;

/// The run that trains in this window, or trained last: what status bar, title, tray and live page show, told
/// by one signal. GUI thread only.
class CurrentRun final : public QObject {
    Q_OBJECT

public:
    /// The controller must outlive it.
    explicit CurrentRun(RunController& controller, QObject* parent = nullptr);

    const LiveStatus& status() const { return m_status; }
    /// Since the start was asked for, without pauses; of a run that has ended, how long it took.
    std::chrono::milliseconds elapsed() const;

Q_SIGNALS:
    /// At once where the phase changes; of progress at most ten times a second, whatever arrives.
    void changed();

private:
    void follow(RunController& controller);
    void prepare();
    void hold();
    void goOn();
    void end();
    LiveStatus::Elapsed now() const;

    LiveStatus m_status;
    WorkClock m_clock;
    WorkClock::TimePoint m_startedAt;
    std::chrono::milliseconds m_endedAfter{0};
    QTimer m_tick; ///< runs as long as a run trains, so that its time goes on between two long steps
};

} // namespace fissure::ui
