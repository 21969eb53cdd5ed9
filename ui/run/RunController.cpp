#include "ui/run/RunController.h"

#include "ui/common/CoreText.h"
#include "ui/run/TrainMailbox.h"

#include <QThread>

#include <chrono>
#include <exception>
#include <type_traits>
#include <utility>

namespace fissure::ui {

namespace {

/// How often the window looks into the mailbox; see facts on what GUI work costs a training.
constexpr std::chrono::milliseconds kDrainInterval{33};

} // namespace

/// The thread a training runs on.
class RunController::Worker final : public QThread {
public:
    Worker(Session& session, RunRequest request) : m_session(session), m_request(std::move(request)) {}

    ~Worker() override {
        requestStop();
        wait();
    }

    TrainMailbox& mailbox() { return m_mailbox; }
    PauseGate& gate() { return m_gate; }
    void requestStop() { m_stop.request_stop(); }
    bool isStopRequested() const { return m_stop.stop_requested(); }

protected:
    void run() override { m_mailbox.putEnd(train()); }

private:
    /// Nothing may be thrown out of a thread's entry, whatever a library throws past the session.
    Result<RunResult> train() {
        try {
            return m_session.run(m_request, m_mailbox, {m_stop.get_token(), m_gate});
        } catch (const std::exception& broken) {
            return failure(ErrorCode::Internal, m_request.name, broken.what());
        } catch (...) {
            return failure(ErrorCode::Internal, m_request.name, "the training failed for an unknown reason");
        }
    }

    Session& m_session;
    RunRequest m_request;
    std::stop_source m_stop;
    PauseGate m_gate;
    TrainMailbox m_mailbox;
};

RunController::RunController(Session& session, QObject* parent) : QObject(parent), m_session(session) {
    m_drainTimer.setInterval(kDrainInterval);
    connect(&m_drainTimer, &QTimer::timeout, this, &RunController::drain);
}

RunController::~RunController() = default;

bool RunController::isRunning() const {
    return m_worker != nullptr;
}

bool RunController::isStopping() const {
    return m_worker != nullptr && m_worker->isStopRequested();
}

bool RunController::isPauseWanted() const {
    return m_worker != nullptr && m_worker->gate().isPaused();
}

Result<void> RunController::start(const RunRequest& request) {
    if (isRunning()) {
        return failure(ErrorCode::Busy, request.name, "another run is training",
                       "wait for its end or stop it first");
    }
    m_started.reset();
    m_worker = std::make_unique<Worker>(m_session, request);
    m_worker->start();
    m_drainTimer.start();
    Q_EMIT preparing();
    return {};
}

void RunController::stop() {
    if (m_worker == nullptr || m_worker->isStopRequested()) {
        return;
    }
    m_worker->requestStop();
    Q_EMIT stopping();
}

void RunController::pause() {
    if (m_worker == nullptr || !m_started || isStopping() || isPauseWanted()) {
        return;
    }
    m_worker->gate().pause();
    Q_EMIT pausing();
}

void RunController::resume() {
    if (!isPauseWanted() || isStopping()) {
        return;
    }
    m_worker->gate().resume();
    Q_EMIT resumed();
}

void RunController::drain() {
    for (TrainEvent& event : m_worker->mailbox().takeAll()) {
        std::visit(
            [this](auto& held) {
                using Event = std::decay_t<decltype(held)>;
                if constexpr (std::is_same_v<Event, RunStarted>) {
                    m_started = std::move(held);
                    Q_EMIT runStarted(*m_started);
                } else if constexpr (std::is_same_v<Event, StepBatch>) {
                    Q_EMIT stepsArrived(held);
                } else if constexpr (std::is_same_v<Event, ValidationProgress>) {
                    Q_EMIT validationProgressed(held);
                } else if constexpr (std::is_same_v<Event, TrainPaused>) {
                    if (isPauseWanted()) { // else it goes on already
                        Q_EMIT paused();
                    }
                } else if constexpr (std::is_same_v<Event, EpochReport>) {
                    Q_EMIT epochFinished(held.epoch, held.predictions);
                } else if constexpr (std::is_same_v<Event, TrainNote>) {
                    Q_EMIT noted(QString::fromStdString(held.severity), coreText(held.text));
                } else {
                    close(held);
                }
            },
            event);
    }
}

void RunController::close(const Result<RunResult>& end) {
    m_drainTimer.stop();
    // Joined before anybody hears of the end, so that a listener may start the next run at once.
    m_worker.reset();
    if (end) {
        Q_EMIT finished(*end);
    } else {
        Q_EMIT refused(end.error());
    }
}

} // namespace fissure::ui
