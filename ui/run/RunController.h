#pragma once

#include "core/session/TrainingSession.h"

#include <QObject>
#include <QString>
#include <QTimer>

#include <memory>
#include <optional>
#include <vector>

namespace fissure::ui {

/// Runs one training at a time on a worker thread and tells the window of it. Lives on the GUI thread; what
/// the training reports waits in a mailbox that a timer empties, so that a fast run cannot flood the window.
class RunController final : public QObject {
    Q_OBJECT

public:
    /// The session must outlive the controller.
    explicit RunController(Session& session, QObject* parent = nullptr);
    /// Stops a running training and waits for it.
    ~RunController() override;

    bool isRunning() const;
    /// True between stop() and the end of the training.
    bool isStopping() const;
    /// True between pause() and resume(), whether the training is held already or not.
    bool isPauseWanted() const;
    /// Of the training that runs, or ran last.
    const std::optional<RunStarted>& started() const { return m_started; }

    /// Fails with Busy while a training runs.
    Result<void> start(const RunRequest& request);
    /// Returns at once; finished() follows within 2 s, of a training that is held too.
    void stop();
    /// Returns at once; paused() follows after the batch under way, unless the training ends with it. Does
    /// nothing before the run has started and once it is being stopped.
    void pause();
    void resume();

Q_SIGNALS:
    /// A start was accepted; data are being scanned and the model is being built.
    void preparing();
    /// A stop was asked for; the training goes on until its next batch.
    void stopping();
    /// A pause was asked for; the training goes on until its next batch.
    void pausing();
    /// The training is held.
    void paused();
    /// The training goes on, or was not held after all.
    void resumed();
    void runStarted(const fissure::RunStarted& started);
    /// All steps since the last time, oldest first.
    void stepsArrived(const std::vector<fissure::StepMetrics>& steps);
    void validationProgressed(const fissure::ValidationProgress& progress);
    void epochFinished(const fissure::EpochMetrics& epoch,
                       const std::vector<fissure::Prediction>& predictions);
    void noted(const QString& severity, const QString& text);
    /// The run's row is closed.
    void finished(const fissure::RunResult& result);
    /// No run was created.
    void refused(const fissure::Error& error);

private:
    class Worker;
    void drain();
    void close(const Result<RunResult>& end);

    Session& m_session;
    QTimer m_drainTimer;
    std::unique_ptr<Worker> m_worker;
    std::optional<RunStarted> m_started;
};

} // namespace fissure::ui
