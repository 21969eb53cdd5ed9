#include "tests/ui/support/FakeSession.h"
#include "tests/ui/support/SteeredSession.h"
#include "ui/run/RunController.h"
#include "ui/run/RunQueue.h"

#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSignalSpy>
#include <QTest>

#include <condition_variable>
#include <memory>
#include <mutex>

namespace fissure::ui {

namespace {

/// Holds runs back until they are let through, one by one.
class Gate {
public:
    void letOneThrough() {
        {
            const std::scoped_lock lock(m_mutex);
            ++m_free;
        }
        m_wake.notify_one();
    }

    /// False where a stop came first.
    bool pass(const std::stop_token& stop) {
        std::unique_lock lock(m_mutex);
        if (!m_wake.wait(lock, stop, [this] { return m_free > 0; })) {
            return false;
        }
        --m_free;
        return true;
    }

private:
    std::mutex m_mutex;
    std::condition_variable_any m_wake;
    int m_free = 0;
};

RunRequest named(const char* name) {
    RunRequest request;
    request.name = name;
    return request;
}

} // namespace

class tst_RunQueue : public QObject {
    Q_OBJECT

private Q_SLOTS:
    /// Runs train until the gate lets them through; those named broken are refused, those named failing fail.
    void init() {
        m_gate = std::make_unique<Gate>();
        m_session =
            std::make_unique<test::FakeSession>([this](const RunRequest& request, TrainObserver& observer,
                                                       std::stop_token stop) -> Result<RunResult> {
                if (request.name == "broken") {
                    return failure(ErrorCode::Empty, "/data/train", "it holds no proposals");
                }
                observer.onStarted(test::startedRun());
                const bool hasPassed = m_gate->pass(stop);
                const RunStatus status = !hasPassed                  ? RunStatus::Stopped
                                         : request.name == "failing" ? RunStatus::Failed
                                                                     : RunStatus::Finished;
                return RunResult{RunId{41}, status, "it has ended", {}};
            });
        m_controller = std::make_unique<RunController>(*m_session);
        m_queue = std::make_unique<RunQueue>(*m_controller);
    }

    void cleanup() {
        m_queue.reset();
        m_controller.reset();
        m_session.reset();
        m_gate.reset();
    }

    void runStartsAtOnceWhereNothingTrains() {
        QSignalSpy changed(m_queue.get(), &RunQueue::changed);
        m_queue->add(named("first"));
        QVERIFY(m_controller->isRunning());
        QVERIFY(m_queue->runs().empty());
        QVERIFY(m_queue->isOwnRun());
        QVERIFY(changed.count() > 0);
        QTRY_COMPARE(started(), QStringList({QStringLiteral("first")}));
    }

    void runsFollowEachOtherInOrder() {
        QSignalSpy finished(m_controller.get(), &RunController::finished);
        for (const char* name : {"first", "second", "third"}) {
            m_queue->add(named(name));
        }
        QCOMPARE(waiting(), QStringList({QStringLiteral("second"), QStringLiteral("third")}));
        for (int run = 1; run <= 3; ++run) {
            m_gate->letOneThrough();
            QTRY_COMPARE(finished.count(), run);
        }
        QCOMPARE(started(),
                 QStringList({QStringLiteral("first"), QStringLiteral("second"), QStringLiteral("third")}));
        QVERIFY(m_queue->runs().empty());
        QVERIFY(!m_controller->isRunning());
    }

    void queuedRunFollowsOneThatWasStartedByHand() {
        QVERIFY(m_controller->start(named("by hand")).has_value());
        m_queue->add(named("queued"));
        QVERIFY(!m_queue->isOwnRun());
        m_gate->letOneThrough();
        QTRY_COMPARE(started(), QStringList({QStringLiteral("by hand"), QStringLiteral("queued")}));
        QVERIFY(m_queue->isOwnRun());
    }

    void allHearOfTheEndBeforeTheNextStart() {
        QStringList order;
        connect(m_controller.get(), &RunController::preparing, this,
                [&] { order << QStringLiteral("start"); });
        connect(m_controller.get(), &RunController::finished, this, [&] { order << QStringLiteral("end"); });
        m_queue->add(named("first"));
        m_queue->add(named("second"));
        m_gate->letOneThrough();
        QTRY_COMPARE(order,
                     QStringList({QStringLiteral("start"), QStringLiteral("end"), QStringLiteral("start")}));
    }

    void failedRunLetsTheNextGoOn() {
        m_queue->add(named("failing"));
        m_queue->add(named("second"));
        m_gate->letOneThrough();
        QTRY_COMPARE(started(), QStringList({QStringLiteral("failing"), QStringLiteral("second")}));
        QVERIFY(!m_queue->isHeld());
    }

    void refusedRunIsDroppedAndTheNextGoesOn() {
        QSignalSpy dropped(m_queue.get(), &RunQueue::dropped);
        for (const char* name : {"first", "broken", "third"}) {
            m_queue->add(named(name));
        }
        m_gate->letOneThrough();
        QTRY_COMPARE(started(), QStringList({QStringLiteral("first"), QStringLiteral("broken"),
                                             QStringLiteral("third")}));
        QCOMPARE(dropped.count(), 1);
        const auto request = dropped[0][0].value<RunRequest>();
        const auto error = dropped[0][1].value<Error>();
        QCOMPARE(request.name, std::string("broken"));
        QCOMPARE(error.code, ErrorCode::Empty);
        const QString text = RunQueue::droppedText(request, error);
        QVERIFY2(text.startsWith(QStringLiteral("The queued run “broken” was not started. /data/train")),
                 qPrintable(text));
        QVERIFY(m_queue->runs().empty());
        QVERIFY(m_controller->isRunning());
    }

    void refusalOfARunThatWasStartedByHandIsNotTheQueues() {
        QSignalSpy dropped(m_queue.get(), &RunQueue::dropped);
        QVERIFY(m_controller->start(named("broken")).has_value());
        m_queue->add(named("second"));
        QTRY_COMPARE(started(), QStringList({QStringLiteral("broken"), QStringLiteral("second")}));
        QCOMPARE(dropped.count(), 0);
    }

    void stopByTheUserHoldsTheQueue() {
        QSignalSpy finished(m_controller.get(), &RunController::finished);
        m_queue->add(named("first"));
        m_queue->add(named("second"));
        m_controller->stop();
        QVERIFY(m_queue->isHeld());
        QTRY_COMPARE(finished.count(), 1);
        QCoreApplication::sendPostedEvents(m_queue.get());
        QVERIFY(!m_controller->isRunning());
        QCOMPARE(waiting(), QStringList(QStringLiteral("second")));
        m_queue->resume();
        QVERIFY(!m_queue->isHeld());
        QVERIFY(m_controller->isRunning());
        QVERIFY(m_queue->runs().empty());
    }

    void stopWithNothingQueuedHoldsNothing() {
        QSignalSpy finished(m_controller.get(), &RunController::finished);
        m_queue->add(named("first"));
        m_controller->stop();
        QVERIFY(!m_queue->isHeld());
        QTRY_COMPARE(finished.count(), 1);
        m_queue->add(named("second"));
        QVERIFY(m_controller->isRunning());
    }

    void heldQueueStartsNothing() {
        QSignalSpy finished(m_controller.get(), &RunController::finished);
        m_queue->add(named("first"));
        m_queue->hold();
        QVERIFY(!m_queue->isHeld()); // nothing waits
        m_queue->add(named("second"));
        m_queue->hold();
        QVERIFY(m_queue->isHeld());
        m_gate->letOneThrough();
        QTRY_COMPARE(finished.count(), 1);
        QCoreApplication::sendPostedEvents(m_queue.get());
        QVERIFY(!m_controller->isRunning());
        m_queue->add(named("third"));
        QVERIFY(!m_controller->isRunning());
        QCOMPARE(waiting(), QStringList({QStringLiteral("second"), QStringLiteral("third")}));
        m_queue->resume();
        QVERIFY(m_controller->isRunning());
        QCOMPARE(waiting(), QStringList(QStringLiteral("third")));
    }

    void resumeWaitsForTheRunThatTrains() {
        m_queue->add(named("first"));
        m_queue->add(named("second"));
        m_queue->hold();
        m_queue->resume();
        QCOMPARE(waiting(), QStringList(QStringLiteral("second")));
        m_gate->letOneThrough();
        QTRY_COMPARE(started(), QStringList({QStringLiteral("first"), QStringLiteral("second")}));
    }

    void pausedRunKeepsTheOthersWaiting() {
        test::SteeredSession session;
        RunController controller(session);
        RunQueue queue(controller);
        QSignalSpy started(&controller, &RunController::runStarted);
        QSignalSpy paused(&controller, &RunController::paused);
        queue.add(named("first"));
        QTRY_COMPARE(started.count(), 1);
        queue.add(named("second"));
        controller.pause();
        QTRY_COMPARE(paused.count(), 1);
        QVERIFY(!queue.isHeld());
        queue.hold();
        queue.resume();
        QCoreApplication::sendPostedEvents(&queue);
        QCOMPARE(queue.runs().size(), std::size_t(1));
        QCOMPARE(started.count(), 1);
    }

    void removedRunNeverStarts() {
        for (const char* name : {"first", "second", "third"}) {
            m_queue->add(named(name));
        }
        const quint64 second = m_queue->runs().front().id;
        m_queue->remove(second);
        QSignalSpy changed(m_queue.get(), &RunQueue::changed);
        m_queue->remove(second);
        QCOMPARE(changed.count(), 0);
        m_gate->letOneThrough();
        QTRY_COMPARE(started(), QStringList({QStringLiteral("first"), QStringLiteral("third")}));
    }

    void queueThatIsEmptiedIsNoLongerHeld() {
        m_queue->add(named("first"));
        m_queue->add(named("second"));
        m_queue->hold();
        m_queue->remove(m_queue->runs().front().id);
        QVERIFY(!m_queue->isHeld());
    }

    void queueComesBackHeld() {
        QVERIFY(m_queue->toJson().isEmpty());
        m_queue->add(named("first"));
        RunRequest request = named("weighted 1:2");
        request.config.trainDir = "data/train";
        request.config.seed = 4'294'967'295;
        request.config.learningRate = 0.0003;
        request.config.sampler = Sampler::Weighted;
        request.tags = {"baseline", "Zürich"};
        request.accepted.codes = {"same-pixels", "sequential-sampler"};
        Finding finding{Severity::Warning, "same-pixels", "Some crops show the same.", {}, 12};
        finding.examples = {{"a.1.0_1.0.jpg", "as b.1.0_1.0.jpg"}, {"ü.jpg", ""}};
        request.findings = {finding, {Severity::Info, "forecast", "About 2 h.", {}, 0}};
        m_queue->add(request);
        m_queue->add({});

        RunController controller(*m_session);
        RunQueue next(controller);
        QCOMPARE(next.restore(m_queue->toJson()), 0);
        QVERIFY(next.isHeld());
        QVERIFY(!controller.isRunning());
        QCOMPARE(next.runs().size(), std::size_t(2));
        const RunRequest& back = next.runs().front().request;
        // The next start may be in another folder.
        request.config.trainDir =
            QDir::current().absoluteFilePath(QStringLiteral("data/train")).toStdString();
        QCOMPARE(back.config, request.config);
        QCOMPARE(back.name, request.name);
        QCOMPARE(back.tags, request.tags);
        QCOMPARE(back.accepted.codes, request.accepted.codes);
        QVERIFY(!back.accepted.isOfAll);
        QVERIFY(back.findings == request.findings);
        QVERIFY(next.runs().back().request.findings.empty());
        QVERIFY(next.runs().back().request.accepted.codes.empty());
        QCOMPARE(next.runs().back().request.name, std::string());
        QVERIFY(next.runs().front().id != next.runs().back().id);
    }

    void queueOfAnEarlierVersionAcceptsNothing() {
        QCOMPARE(m_queue->restore(QByteArrayLiteral("[{\"name\": \"first\", \"config\": {}}]")), 0);
        QVERIFY(m_queue->runs().front().request.accepted.codes.empty());
        QVERIFY(!m_queue->runs().front().request.accepted.isOfAll);
        QVERIFY(m_queue->runs().front().request.findings.empty());
    }

    void whatCannotBeReadIsLeftOut() {
        m_queue->add(named("first"));
        m_queue->add(named("second"));
        QJsonArray list = QJsonDocument::fromJson(m_queue->toJson()).array();
        QJsonObject newer = list[0].toObject();
        QJsonObject config = newer[QStringLiteral("config")].toObject();
        config[QStringLiteral("mixup")] = 0.2;
        newer[QStringLiteral("config")] = config;
        list.append(newer);
        list.append(7);
        RunController controller(*m_session);
        RunQueue next(controller);
        QCOMPARE(next.restore(QJsonDocument(list).toJson()), 2);
        QCOMPARE(next.runs().size(), std::size_t(1));
    }

    void otherBytesGiveAnEmptyQueue() {
        QCOMPARE(m_queue->restore(QByteArrayLiteral("\xff[[[")), 0);
        QCOMPARE(m_queue->restore({}), 0);
        QVERIFY(m_queue->runs().empty());
        QVERIFY(!m_queue->isHeld());
    }

    void runWithoutANameIsShownByItsDefaultOne() {
        QCOMPARE(RunQueue::nameOf(named("mine")), QStringLiteral("mine"));
        QCOMPARE(RunQueue::nameOf({}), QString::fromStdString(defaultRunName({})));
    }

private:
    /// What the session was asked for, oldest first.
    QStringList started() const {
        QStringList names;
        for (const RunRequest& request : m_session->requests()) {
            names << QString::fromStdString(request.name);
        }
        return names;
    }

    QStringList waiting() const {
        QStringList names;
        for (const QueuedRun& run : m_queue->runs()) {
            names << QString::fromStdString(run.request.name);
        }
        return names;
    }

    std::unique_ptr<Gate> m_gate;
    std::unique_ptr<test::FakeSession> m_session;
    std::unique_ptr<RunController> m_controller;
    std::unique_ptr<RunQueue> m_queue;
};

} // namespace fissure::ui

QTEST_GUILESS_MAIN(fissure::ui::tst_RunQueue)

#include "tst_RunQueue.moc"
