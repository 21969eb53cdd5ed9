#include "tests/ui/support/FakeSession.h"
#include "tests/ui/support/SteeredSession.h"
#include "ui/run/RunController.h"

#include <QElapsedTimer>
#include <QSignalSpy>
#include <QTest>

#include <atomic>
#include <chrono>
#include <stdexcept>

namespace fissure::ui {

namespace {

Result<RunResult> playUntilStopped(const RunRequest&, TrainObserver& observer, std::stop_token stop) {
    observer.onStarted(test::startedRun());
    test::waitForStop(stop);
    RunResult result;
    result.run = RunId{41};
    result.status = RunStatus::Stopped;
    return result;
}

} // namespace

class tst_RunController : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void wholeRunArrivesInOrder() {
        test::FakeSession session(test::wholeRun(3, 50));
        RunController controller(session);
        QStringList order;
        int steps = 0;
        connect(&controller, &RunController::preparing, this, [&] { order << QStringLiteral("preparing"); });
        connect(&controller, &RunController::runStarted, this, [&] { order << QStringLiteral("started"); });
        connect(&controller, &RunController::stepsArrived, this,
                [&](const std::vector<StepMetrics>& arrived) {
                    for (const StepMetrics& step : arrived) {
                        QCOMPARE(step.globalStep, std::int64_t(++steps));
                    }
                });
        connect(&controller, &RunController::epochFinished, this,
                [&](const EpochMetrics& epoch, const std::vector<Prediction>& predictions) {
                    QCOMPARE(steps, epoch.epoch * 50);
                    QCOMPARE(predictions.size(), std::size_t(12));
                    order << QStringLiteral("epoch %1").arg(epoch.epoch);
                });
        connect(&controller, &RunController::noted, this, [&] { order << QStringLiteral("note"); });
        QSignalSpy finished(&controller, &RunController::finished);
        connect(&controller, &RunController::finished, this, [&] { order << QStringLiteral("finished"); });

        RunRequest request;
        request.name = "first";
        QVERIFY(controller.start(request).has_value());
        QVERIFY(controller.isRunning());
        QTRY_COMPARE(finished.count(), 1);
        QCOMPARE(order,
                 QStringList({QStringLiteral("preparing"), QStringLiteral("started"),
                              QStringLiteral("epoch 1"), QStringLiteral("epoch 2"), QStringLiteral("epoch 3"),
                              QStringLiteral("note"), QStringLiteral("finished")}));
        QCOMPARE(steps, 150);
        QVERIFY(!controller.isRunning());
        QCOMPARE(controller.started()->name, std::string("first"));
        QCOMPARE(finished.front().front().value<RunResult>().status, RunStatus::Finished);
    }

    void secondStartIsRefusedAsBusy() {
        test::FakeSession session(playUntilStopped);
        RunController controller(session);
        QVERIFY(controller.start({}).has_value());
        const auto second = controller.start({});
        QVERIFY(!second.has_value());
        QCOMPARE(second.error().code, ErrorCode::Busy);
    }

    void stopEndsTheRun() {
        test::FakeSession session(playUntilStopped);
        RunController controller(session);
        QSignalSpy started(&controller, &RunController::runStarted);
        QSignalSpy stopping(&controller, &RunController::stopping);
        QSignalSpy finished(&controller, &RunController::finished);
        QVERIFY(controller.start({}).has_value());
        QTRY_COMPARE(started.count(), 1);
        QVERIFY(!controller.isStopping());
        controller.stop();
        controller.stop();
        QCOMPARE(stopping.count(), 1);
        QVERIFY(controller.isStopping());
        QTRY_COMPARE_WITH_TIMEOUT(finished.count(), 1, 2000);
        QCOMPARE(finished.front().front().value<RunResult>().status, RunStatus::Stopped);
        QVERIFY(!controller.isStopping());
    }

    void stopWithoutARunDoesNothing() {
        test::FakeSession session(playUntilStopped);
        RunController controller(session);
        QSignalSpy stopping(&controller, &RunController::stopping);
        controller.stop();
        QCOMPARE(stopping.count(), 0);
        QVERIFY(!controller.isRunning());
    }

    void pausedRunHoldsUntilItIsResumed() {
        test::SteeredSession session;
        RunController controller(session);
        QSignalSpy steps(&controller, &RunController::stepsArrived);
        QSignalSpy pausing(&controller, &RunController::pausing);
        QSignalSpy paused(&controller, &RunController::paused);
        QSignalSpy resumed(&controller, &RunController::resumed);
        QVERIFY(controller.start({}).has_value());
        QTRY_VERIFY(steps.count() > 0);
        controller.pause();
        controller.pause();
        QCOMPARE(pausing.count(), 1);
        QVERIFY(controller.isPauseWanted());
        QTRY_COMPARE(paused.count(), 1);
        QVERIFY(controller.isRunning());
        steps.clear();
        QElapsedTimer timer;
        timer.start();
        QTRY_VERIFY(timer.elapsed() > 200);
        QCOMPARE(steps.count(), 0);
        controller.resume();
        controller.resume();
        QCOMPARE(resumed.count(), 1);
        QVERIFY(!controller.isPauseWanted());
        QTRY_VERIFY(steps.count() > 0);
        QCOMPARE(paused.count(), 1);
    }

    void stopEndsAPausedRun() {
        test::SteeredSession session;
        RunController controller(session);
        QSignalSpy started(&controller, &RunController::runStarted);
        QSignalSpy paused(&controller, &RunController::paused);
        QSignalSpy resumed(&controller, &RunController::resumed);
        QSignalSpy finished(&controller, &RunController::finished);
        QVERIFY(controller.start({}).has_value());
        QTRY_COMPARE(started.count(), 1);
        controller.pause();
        QTRY_COMPARE(paused.count(), 1);
        controller.stop();
        controller.resume();
        QTRY_COMPARE_WITH_TIMEOUT(finished.count(), 1, 2000);
        QCOMPARE(finished.front().front().value<RunResult>().status, RunStatus::Stopped);
        QCOMPARE(resumed.count(), 0);
        QVERIFY(!controller.isPauseWanted());
    }

    void pauseThatIsTakenBackIsNotTold() {
        test::SteeredSession session;
        RunController controller(session);
        QSignalSpy steps(&controller, &RunController::stepsArrived);
        QSignalSpy paused(&controller, &RunController::paused);
        QVERIFY(controller.start({}).has_value());
        QTRY_VERIFY(steps.count() > 0);
        controller.pause();
        QElapsedTimer timer;
        timer.start();
        while (timer.elapsed() < 100) {
            // The training holds by now, but nothing it told was heard: no event is handled here.
        }
        controller.resume();
        steps.clear();
        QTRY_VERIFY(steps.count() > 1);
        QCOMPARE(paused.count(), 0);
    }

    void onlyAStartedRunCanBePaused() {
        test::FakeSession session([](const RunRequest&, TrainObserver&, std::stop_token stop) {
            test::waitForStop(stop);
            return Result<RunResult>(failure(ErrorCode::Stopped, "", "the user stopped it"));
        });
        RunController controller(session);
        QSignalSpy pausing(&controller, &RunController::pausing);
        QSignalSpy resumed(&controller, &RunController::resumed);
        controller.pause();
        controller.resume();
        QVERIFY(controller.start({}).has_value());
        controller.pause();
        QVERIFY(!controller.isPauseWanted());
        QCOMPARE(pausing.count(), 0);
        QCOMPARE(resumed.count(), 0);
    }

    void nextRunIsNotPausedWithTheLast() {
        test::SteeredSession session;
        RunController controller(session);
        QSignalSpy paused(&controller, &RunController::paused);
        QSignalSpy started(&controller, &RunController::runStarted);
        QSignalSpy finished(&controller, &RunController::finished);
        QVERIFY(controller.start({}).has_value());
        QTRY_COMPARE(started.count(), 1);
        controller.pause();
        QTRY_COMPARE(paused.count(), 1);
        controller.stop();
        QTRY_COMPARE(finished.count(), 1);
        QSignalSpy steps(&controller, &RunController::stepsArrived);
        QVERIFY(controller.start({}).has_value());
        QTRY_VERIFY(steps.count() > 0);
        QVERIFY(!controller.isPauseWanted());
    }

    void destructorStopsAPausedRun() {
        test::SteeredSession session;
        QElapsedTimer timer;
        {
            RunController controller(session);
            QSignalSpy started(&controller, &RunController::runStarted);
            QSignalSpy paused(&controller, &RunController::paused);
            QVERIFY(controller.start({}).has_value());
            QTRY_COMPARE(started.count(), 1);
            controller.pause();
            QTRY_COMPARE(paused.count(), 1);
            timer.start();
        }
        QVERIFY(timer.elapsed() < 2000);
    }

    void failedRunIsFinishedWithItsReason() {
        test::FakeSession session([](const RunRequest&, TrainObserver& observer, std::stop_token) {
            observer.onStarted(test::startedRun());
            RunResult result;
            result.run = RunId{7};
            result.status = RunStatus::Failed;
            result.reason = "the loss is not a number";
            return Result<RunResult>(result);
        });
        RunController controller(session);
        QSignalSpy finished(&controller, &RunController::finished);
        QVERIFY(controller.start({}).has_value());
        QTRY_COMPARE(finished.count(), 1);
        const auto result = finished.front().front().value<RunResult>();
        QCOMPARE(result.status, RunStatus::Failed);
        QCOMPARE(result.reason, std::string("the loss is not a number"));
    }

    void runThatNeverBeganIsRefused() {
        test::FakeSession session([](const RunRequest&, TrainObserver&,
                                     std::stop_token) -> Result<RunResult> {
            return failure(ErrorCode::Empty, "/data/train", "all proposals (12) are of one class, no crack");
        });
        RunController controller(session);
        QSignalSpy refused(&controller, &RunController::refused);
        QVERIFY(controller.start({}).has_value());
        QTRY_COMPARE(refused.count(), 1);
        QCOMPARE(refused.front().front().value<Error>().code, ErrorCode::Empty);
        QVERIFY(!controller.isRunning());
        QVERIFY(!controller.started().has_value());
    }

    void exceptionInTheSessionIsRefusedAsInternal() {
        test::FakeSession session(
            [](const RunRequest&, TrainObserver&, std::stop_token) -> Result<RunResult> {
                throw std::runtime_error("a library broke");
            });
        RunController controller(session);
        QSignalSpy refused(&controller, &RunController::refused);
        QVERIFY(controller.start({}).has_value());
        QTRY_COMPARE(refused.count(), 1);
        const auto error = refused.front().front().value<Error>();
        QCOMPARE(error.code, ErrorCode::Internal);
        QCOMPARE(error.cause, std::string("a library broke"));
    }

    void nextRunCanStartFromTheEndOfTheLast() {
        test::FakeSession session(test::wholeRun(1, 2));
        RunController controller(session);
        QSignalSpy finished(&controller, &RunController::finished);
        bool again = true;
        connect(&controller, &RunController::finished, this, [&] {
            if (std::exchange(again, false)) {
                QVERIFY(controller.start({}).has_value());
            }
        });
        QVERIFY(controller.start({}).has_value());
        QTRY_COMPARE(finished.count(), 2);
        QCOMPARE(session.requests().size(), std::size_t(2));
    }

    void destructorStopsAndJoins() {
        std::atomic<bool> hasEnded = false;
        test::FakeSession session(
            [&](const RunRequest& request, TrainObserver& observer, std::stop_token stop) {
                auto result = playUntilStopped(request, observer, std::move(stop));
                hasEnded = true;
                return result;
            });
        {
            RunController controller(session);
            QSignalSpy started(&controller, &RunController::runStarted);
            QVERIFY(controller.start({}).has_value());
            QTRY_COMPARE(started.count(), 1);
        }
        QVERIFY(hasEnded);
    }

    void fastRunDoesNotFloodTheWindow() {
        constexpr int kSteps = 20'000;
        test::FakeSession session(test::wholeRun(1, kSteps));
        RunController controller(session);
        QSignalSpy finished(&controller, &RunController::finished);
        int signalCount = 0;
        std::size_t steps = 0;
        connect(&controller, &RunController::stepsArrived, this,
                [&](const std::vector<StepMetrics>& arrived) {
                    ++signalCount;
                    steps += arrived.size();
                });
        QElapsedTimer timer;
        timer.start();
        QVERIFY(controller.start({}).has_value());
        QTRY_COMPARE(finished.count(), 1);
        QCOMPARE(steps, std::size_t(kSteps));
        QVERIFY2(signalCount <= timer.elapsed() / 33 + 1, qPrintable(QString::number(signalCount)));
    }
};

} // namespace fissure::ui

QTEST_GUILESS_MAIN(fissure::ui::tst_RunController)

#include "tst_RunController.moc"
