#include "tests/ui/support/FakeSession.h"
#include "ui/CurrentRun.h"
#include "ui/run/RunController.h"

#include <QSignalSpy>
#include <QTest>

namespace fissure::ui {

class tst_CurrentRun : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void wholeRunGoesFromPreparingToItsEnd() {
        follow(test::wholeRun(3, 10));
        QCOMPARE(m_run->state().phase, RunPhase::None);
        QVERIFY(!m_run->state().isLiving());
        QVERIFY(m_controller->start({}));
        QCOMPARE(m_run->state().phase, RunPhase::Preparing);
        QVERIFY(m_run->state().isLiving());
        QTRY_COMPARE(m_run->state().phase, RunPhase::Ended);
        QVERIFY(!m_run->state().isLiving());
        QCOMPARE(m_run->state().status, RunStatus::Finished);
        QCOMPARE(m_run->state().run, RunId{41});
        QCOMPARE(m_run->state().name, QStringLiteral("weighted 1:2"));
        QCOMPARE(m_run->state().epoch, 3);
        QCOMPARE(m_run->state().epochs, 3);
        QVERIFY(!m_run->state().timeLeft);
    }

    void fractionCountsAllEpochs() {
        follow([](const RunRequest&, TrainObserver& observer, std::stop_token stop) -> Result<RunResult> {
            RunStarted started = test::startedRun(10, 4);
            started.validProposals = 0;
            observer.onStarted(started);
            for (int step = 1; step <= 10; ++step) {
                observer.onStep(test::stepOf(1, step));
            }
            test::waitForStop(stop);
            return RunResult{RunId{41}, RunStatus::Stopped, "stopped by the user", {}};
        });
        QVERIFY(m_controller->start({}));
        QTRY_COMPARE(m_run->state().epoch, 1);
        QTRY_COMPARE(m_run->state().fraction, 0.25);
        QCOMPARE(m_run->state().phase, RunPhase::Training);
        QVERIFY(m_run->state().timeLeft.has_value());
        m_controller->stop();
        QCOMPARE(m_run->state().phase, RunPhase::Stopping);
        QTRY_COMPARE(m_run->state().phase, RunPhase::Ended);
        QCOMPARE(m_run->state().status, RunStatus::Stopped);
        QCOMPARE(m_run->state().reason, QStringLiteral("stopped by the user"));
    }

    void stopBeforeTheFirstBatchStaysStopping() {
        follow([](const RunRequest&, TrainObserver& observer, std::stop_token stop) -> Result<RunResult> {
            test::waitForStop(stop);
            observer.onStarted(test::startedRun());
            return RunResult{RunId{41}, RunStatus::Stopped, "stopped by the user", {}};
        });
        QSignalSpy changed(m_run.get(), &CurrentRun::changed);
        bool wasTraining = false;
        connect(m_run.get(), &CurrentRun::changed, this,
                [&] { wasTraining = wasTraining || m_run->state().phase == RunPhase::Training; });
        QVERIFY(m_controller->start({}));
        m_controller->stop();
        QTRY_COMPARE(m_run->state().phase, RunPhase::Ended);
        QVERIFY(!wasTraining);
        QVERIFY(changed.count() >= 4);
    }

    void refusedRunLeavesNothingBehind() {
        follow([](const RunRequest&, TrainObserver&, std::stop_token) -> Result<RunResult> {
            return failure(ErrorCode::Empty, "/data/train", "not one file is a proposal");
        });
        QVERIFY(m_controller->start({}));
        QTRY_COMPARE(m_run->state().phase, RunPhase::Refused);
        QVERIFY(!m_run->state().isLiving());
        QVERIFY(m_run->state().name.isEmpty());
    }

    void cleanup() {
        m_run.reset();
        m_controller.reset();
    }

private:
    void follow(test::FakeSession::Script script) {
        m_session = std::make_unique<test::FakeSession>(std::move(script));
        m_controller = std::make_unique<RunController>(*m_session);
        m_run = std::make_unique<CurrentRun>(*m_controller);
    }

    std::unique_ptr<test::FakeSession> m_session;
    std::unique_ptr<RunController> m_controller;
    std::unique_ptr<CurrentRun> m_run;
};

} // namespace fissure::ui

QTEST_MAIN(fissure::ui::tst_CurrentRun)
#include "tst_CurrentRun.moc"
