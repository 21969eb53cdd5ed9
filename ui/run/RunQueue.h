#pragma once

#include "core/session/TrainingSession.h"

#include <QByteArray>
#include <QObject>
#include <QString>

#include <vector>

namespace fissure::ui {

class RunController;

/// A run that waits for its turn.
struct QueuedRun {
    quint64 id = 0; ///< of this session of the program
    RunRequest request;
};

/// The runs that wait for the one that trains, in order. The next starts once nothing trains any more,
/// whether the one before finished, failed or was refused. A queue that is held starts nothing; it is held
/// where the user stops the run that trains, and goes on with resume(). GUI thread only.
class RunQueue final : public QObject {
    Q_OBJECT

public:
    /// The controller must outlive the queue. To be made before those who ask isOwnRun() while they hear of a
    /// start.
    explicit RunQueue(RunController& controller, QObject* parent = nullptr);

    const std::vector<QueuedRun>& runs() const { return m_runs; }
    bool isHeld() const { return m_isHeld; }
    /// True where the run that trains, or trained last, came from the queue.
    bool isOwnRun() const { return m_isOwnRun; }
    /// What restore() reads, with whole paths; empty where nothing waits.
    QByteArray toJson() const;

    /// The name a run is shown by before it has started.
    static QString nameOf(const RunRequest& request);
    /// Says of a run that was dropped why it does not train.
    static QString droppedText(const RunRequest& request, const Error& error);

    /// Starts it at once where nothing trains and the queue is not held.
    void add(const RunRequest& request);
    /// Does nothing where the run no longer waits.
    void remove(quint64 id);
    /// Does nothing where nothing waits: an empty queue is never held.
    void hold();
    void resume();
    /// Appends what toJson() gave and holds the queue. Returns how many runs could not be read; they are left
    /// out.
    int restore(const QByteArray& json);

Q_SIGNALS:
    /// Other runs wait, or the queue is held or goes on.
    void changed();
    /// A run of the queue was refused; the next one follows.
    void dropped(const fissure::RunRequest& request, const fissure::Error& error);

private:
    void follow();
    void advanceLater();
    void advance();

    RunController& m_controller;
    std::vector<QueuedRun> m_runs;
    RunRequest m_current; ///< of the run that the queue started last
    quint64 m_lastId = 0;
    bool m_isHeld = false;
    bool m_isOwnRun = false;
    bool m_isStarting = false;
};

} // namespace fissure::ui
