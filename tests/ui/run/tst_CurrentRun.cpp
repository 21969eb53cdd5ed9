#include "tests/ui/support/FakeSession.h"
#include "tests/ui/support/SteeredSession.h"
#include "ui/run/CurrentRun.h"
#include "ui/run/RunController.h"

#include <QElapsedTimer>
#include <QSignalSpy>
#include <QTest>

#include <condition_variable>
#include <mutex>

namespace fissure::ui {

using Phase = LiveStatus::Phase;

namespace {

RunResult stopped() {
    return {RunId{41}, RunStatus::Stopped, "stopped by the user", {}};
}

} // namespace

class tst_CurrentRun : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void wholeRunGoesFromPreparingToItsEnd() {
        follow(test::wholeRun(3, 10));
        QCOMPARE(status().phase(), Phase::Idle);
        QVERIFY(m_controller->start({}));
        QCOMPARE(status().phase(), Phase::Preparing);
        QVERIFY(status().isActive());
        QTRY_COMPARE(status().phase(), Phase::Ended);
        QCOMPARE(status().result()->status, RunStatus::Finished);
        QCOMPARE(status().started()->run, RunId{41});
        QCOMPARE(status().started()->name, std::string("weighted 1:2"));
        QCOMPARE(status().epoch(), 3);
        QCOMPARE(status().epochs(), 3);
        QVERIFY(!status().timeLeft());
        const auto took = m_run->elapsed();
        QElapsedTimer timer;
        timer.start();
        QTRY_VERIFY(timer.elapsed() > 5);
        QCOMPARE(m_run->elapsed(), took);
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
            return stopped();
        });
        QVERIFY(m_controller->start({}));
        QTRY_COMPARE(status().fraction(), 0.25);
        QCOMPARE(status().phase(), Phase::Training);
        QVERIFY(status().timeLeft().has_value());
        m_controller->stop();
        QCOMPARE(status().phase(), Phase::Stopping);
        QTRY_COMPARE(status().phase(), Phase::Ended);
        QCOMPARE(status().result()->status, RunStatus::Stopped);
    }

    /// The mailbox tells only the last of the batches it held; the others count too.
    void validationBatchesThatComeAtOnceAreAllCounted() {
        follow([](const RunRequest&, TrainObserver& observer, std::stop_token stop) -> Result<RunResult> {
            RunStarted started = test::startedRun(2, 1);
            started.validProposals = 8 * started.config.batchSize;
            observer.onStarted(started);
            observer.onStep(test::stepOf(1, 1, 2));
            observer.onStep(test::stepOf(1, 2, 2));
            for (const int batch : {1, 4, 8}) {
                observer.onValidationProgress({1, batch, 8});
            }
            test::waitForStop(stop);
            return stopped();
        });
        QVERIFY(m_controller->start({}));
        QTRY_COMPARE(status().unit(), 8);
        QCOMPARE(status().phase(), Phase::Validating);
        QCOMPARE(status().fraction(), 1.0);
        QCOMPARE(status().timeLeft(), std::optional(std::chrono::milliseconds(0)));
    }

    void progressIsToldAtMostTenTimesASecond() {
        follow([](const RunRequest&, TrainObserver& observer, std::stop_token stop) -> Result<RunResult> {
            observer.onStarted(test::startedRun(1'000'000, 1));
            std::mutex mutex;
            std::condition_variable_any wake;
            std::unique_lock lock(mutex);
            for (int step = 1; !stop.stop_requested(); ++step) {
                observer.onStep(test::stepOf(1, step, 1'000'000));
                wake.wait_for(lock, stop, std::chrono::milliseconds(5), [] { return false; });
            }
            return stopped();
        });
        QVERIFY(m_controller->start({}));
        QTRY_VERIFY(status().unit() > 0);
        QSignalSpy changed(m_run.get(), &CurrentRun::changed);
        QElapsedTimer timer;
        timer.start();
        QTRY_VERIFY(timer.elapsed() >= 600);
        QVERIFY2(changed.count() >= 2 && changed.count() <= timer.elapsed() / 100 + 2,
                 qPrintable(QString::number(changed.count())));
        m_controller->stop();
        QTRY_COMPARE(status().phase(), Phase::Ended);
    }

    void pausesAreLeftOutOfTheTime() {
        follow(std::make_unique<test::SteeredSession>());
        QElapsedTimer whole;
        whole.start();
        QVERIFY(m_controller->start({}));
        QTRY_VERIFY(status().timeLeft().has_value());
        m_controller->pause();
        QCOMPARE(status().phase(), Phase::Pausing);
        QTRY_COMPARE(status().phase(), Phase::Paused);
        const auto elapsed = m_run->elapsed();
        const auto left = status().timeLeft();
        QSignalSpy changed(m_run.get(), &CurrentRun::changed);
        QElapsedTimer held;
        held.start();
        QTRY_VERIFY(held.elapsed() > 1000);
        QCOMPARE(m_run->elapsed(), elapsed);
        QCOMPARE(changed.count(), 0);
        m_controller->resume();
        QCOMPARE(status().phase(), Phase::Training);
        const int step = status().unit();
        QTRY_VERIFY(status().unit() > step);
        QVERIFY(m_run->elapsed().count() <= whole.elapsed() - 1000);
        // A second more in the mean of 50 steps would be 2,000 s in what is left of 100,000.
        const auto more = *status().timeLeft() - *left;
        QVERIFY2(more < std::chrono::seconds(1500), qPrintable(QString::number(more.count())));
        m_controller->stop();
        QTRY_COMPARE(status().phase(), Phase::Ended);
    }

    void stopBeforeTheFirstBatchStaysStopping() {
        follow([](const RunRequest&, TrainObserver& observer, std::stop_token stop) -> Result<RunResult> {
            test::waitForStop(stop);
            observer.onStarted(test::startedRun());
            return stopped();
        });
        QSignalSpy changed(m_run.get(), &CurrentRun::changed);
        bool wasTraining = false;
        connect(m_run.get(), &CurrentRun::changed, this,
                [&] { wasTraining = wasTraining || status().phase() == Phase::Training; });
        QVERIFY(m_controller->start({}));
        m_controller->stop();
        QTRY_COMPARE(status().phase(), Phase::Ended);
        QVERIFY(!wasTraining);
        QVERIFY(changed.count() >= 4);
    }

    void refusedRunLeavesNothingBehind() {
        follow([](const RunRequest&, TrainObserver&, std::stop_token) -> Result<RunResult> {
            return failure(ErrorCode::Empty, "/data/train", "not one file is a proposal");
        });
        QVERIFY(m_controller->start({}));
        QTRY_COMPARE(status().phase(), Phase::Idle);
        QVERIFY(status().started() == nullptr);
    }

    void oneMadeDuringARunKnowsIt() {
        follow([](const RunRequest&, TrainObserver& observer, std::stop_token stop) -> Result<RunResult> {
            observer.onStarted(test::startedRun());
            test::waitForStop(stop);
            return stopped();
        });
        QVERIFY(m_controller->start({}));
        QTRY_VERIFY(status().started() != nullptr);
        const CurrentRun late(*m_controller);
        QCOMPARE(late.status().phase(), Phase::Training);
        QCOMPARE(late.status().started()->run, RunId{41});
    }

    void cleanup() {
        m_run.reset();
        m_controller.reset();
    }

private:
    const LiveStatus& status() const { return m_run->status(); }

    void follow(test::FakeSession::Script script) {
        follow(std::make_unique<test::FakeSession>(std::move(script)));
    }

    void follow(std::unique_ptr<Session> session) {
        m_session = std::move(session);
        m_controller = std::make_unique<RunController>(*m_session);
        m_run = std::make_unique<CurrentRun>(*m_controller);
    }

    std::unique_ptr<Session> m_session;
    std::unique_ptr<RunController> m_controller;
    std::unique_ptr<CurrentRun> m_run;
};

} // namespace fissure::ui

QTEST_MAIN(fissure::ui::tst_CurrentRun)
#include "tst_CurrentRun.moc"
