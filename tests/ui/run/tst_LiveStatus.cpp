#include "tests/ui/support/FakeSession.h"
#include "ui/run/LiveStatus.h"

#include <QTest>

namespace fissure::ui {

using Phase = LiveStatus::Phase;
using Elapsed = LiveStatus::Elapsed;

class tst_LiveStatus : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void phasesFollowTheRun() {
        LiveStatus status;
        QCOMPARE(status.phase(), Phase::Idle);
        QVERIFY(!status.isActive());
        status.onPreparing();
        QCOMPARE(status.phase(), Phase::Preparing);
        QVERIFY(status.isActive());
        status.onStarted(test::startedRun(10, 3), Elapsed(0));
        QCOMPARE(status.phase(), Phase::Training);
        QCOMPARE(status.epochs(), 3);
        status.onSteps({test::stepOf(1, 10)}, Elapsed(1.0));
        status.onValidation({1, 1, 4}, Elapsed(1.2));
        QCOMPARE(status.phase(), Phase::Validating);
        QCOMPARE(status.unit(), 1);
        QCOMPARE(status.units(), 4);
        status.onEpoch(test::epochOf(1));
        status.onSteps({test::stepOf(2, 1)}, Elapsed(2.0));
        QCOMPARE(status.phase(), Phase::Training);
        QCOMPARE(status.epoch(), 2);
        QCOMPARE(status.units(), 10);
        RunResult result;
        result.status = RunStatus::Finished;
        status.onFinished(result);
        QCOMPARE(status.phase(), Phase::Ended);
        QVERIFY(!status.isActive());
        QVERIFY(!status.timeLeft());
    }

    void pauseGoesBackToWhereItCame_data() {
        QTest::addColumn<bool>("isValidating");
        QTest::newRow("training") << false;
        QTest::newRow("validation") << true;
    }
    void pauseGoesBackToWhereItCame() {
        QFETCH(bool, isValidating);
        LiveStatus status;
        status.onStarted(test::startedRun(10, 3), Elapsed(0));
        status.onSteps({test::stepOf(1, 9)}, Elapsed(0.9));
        status.onSteps({test::stepOf(1, 10)}, Elapsed(1.0));
        if (isValidating) {
            status.onValidation({1, 1, 4}, Elapsed(1.2));
        }
        const Phase before = status.phase();
        status.onPausing();
        QCOMPARE(status.phase(), Phase::Pausing);
        status.onPaused();
        QCOMPARE(status.phase(), Phase::Paused);
        QVERIFY(status.isActive());
        QCOMPARE(status.isValidating(), isValidating);
        QVERIFY(status.timeLeft().has_value());
        status.onResumed();
        QCOMPARE(status.phase(), before);
    }

    void batchUnderWayIsCountedWhileItIsPausing() {
        LiveStatus status;
        status.onStarted(test::startedRun(10, 3), Elapsed(0));
        status.onPausing();
        status.onSteps({test::stepOf(1, 1)}, Elapsed(1.0));
        QCOMPARE(status.phase(), Phase::Pausing);
        QCOMPARE(status.unit(), 1);
    }

    void pausedRunThatIsStoppedEnds() {
        LiveStatus status;
        status.onStarted(test::startedRun(), Elapsed(0));
        status.onPausing();
        status.onPaused();
        status.onStopping();
        QCOMPARE(status.phase(), Phase::Stopping);
        status.onFinished({RunId{41}, RunStatus::Stopped, "", {}});
        QCOMPARE(status.phase(), Phase::Ended);
        status.onPreparing();
        status.onStarted(test::startedRun(), Elapsed(0));
        QCOMPARE(status.phase(), Phase::Training);
    }

    void stoppingStaysUntilTheEnd() {
        LiveStatus status;
        status.onPreparing();
        status.onStopping();
        QCOMPARE(status.phase(), Phase::Stopping);
        status.onStarted(test::startedRun(), Elapsed(0));
        status.onSteps({test::stepOf(1, 1)}, Elapsed(1.0));
        status.onValidation({1, 1, 4}, Elapsed(1.0));
        QCOMPARE(status.phase(), Phase::Stopping);
        status.onFinished(RunResult());
        QCOMPARE(status.phase(), Phase::Ended);
    }

    void refusedRunLeavesTheOneBefore() {
        LiveStatus status;
        status.onPreparing();
        status.onRefused();
        QCOMPARE(status.phase(), Phase::Idle);
        status.onPreparing();
        status.onStarted(test::startedRun(), Elapsed(0));
        status.onFinished(RunResult());
        status.onPreparing();
        status.onRefused();
        QCOMPARE(status.phase(), Phase::Ended);
        QCOMPARE(status.started()->run, RunId{41});
    }

    void runThatIsPreparedHidesTheOneBefore() {
        LiveStatus status;
        status.onPreparing();
        QVERIFY(status.started() == nullptr);
        status.onStarted(test::startedRun(10, 3), Elapsed(0));
        status.onSteps({test::stepOf(1, 10)}, Elapsed(1.0));
        status.onFinished(RunResult());
        QCOMPARE(status.started()->run, RunId{41});
        const double reached = status.fraction();
        QVERIFY(reached > 0.0);
        status.onPreparing();
        status.onStopping();
        QVERIFY(status.started() == nullptr);
        QCOMPARE(status.fraction(), 0.0);
        QVERIFY(!status.timeLeft());
        status.onRefused();
        QCOMPARE(status.fraction(), reached);
    }

    void bestEpochIsTheLastMarkedBest() {
        LiveStatus status;
        status.onStarted(test::startedRun(), Elapsed(0));
        for (int epoch = 1; epoch <= 3; ++epoch) {
            status.onEpoch(test::epochOf(epoch));
        }
        QCOMPARE(status.bestEpoch()->epoch, 2);
        status.onStarted(test::startedRun(), Elapsed(0));
        QVERIFY(!status.bestEpoch());
    }

    void timeLeftCountsStepsAndValidation() {
        LiveStatus status;
        status.onStarted(test::startedRun(10, 2), Elapsed(0));
        QVERIFY(!status.timeLeft());
        // One second a step, then half a second a validation batch of which there are four an epoch.
        for (int step = 1; step <= 10; ++step) {
            status.onSteps({test::stepOf(1, step)}, Elapsed(step));
        }
        for (int batch = 1; batch <= 4; ++batch) {
            status.onValidation({1, batch, 4}, Elapsed(10.0 + 0.5 * batch));
        }
        const double seconds = std::chrono::duration<double>(*status.timeLeft()).count();
        QVERIFY2(std::abs(seconds - 12.0) < 0.1, qPrintable(QString::number(seconds)));
        QVERIFY(std::abs(status.fraction() - 0.5) < 0.01);
    }

    void stepsThatArriveTogetherShareTheTime() {
        LiveStatus apart;
        LiveStatus together;
        apart.onStarted(test::startedRun(10, 2), Elapsed(0));
        together.onStarted(test::startedRun(10, 2), Elapsed(0));
        for (int step = 1; step <= 8; ++step) {
            apart.onSteps({test::stepOf(1, step)}, Elapsed(0.25 * step));
        }
        std::vector<StepMetrics> first;
        std::vector<StepMetrics> second;
        for (int step = 1; step <= 4; ++step) {
            first.push_back(test::stepOf(1, step));
            second.push_back(test::stepOf(1, step + 4));
        }
        together.onSteps(first, Elapsed(1.0));
        together.onSteps(second, Elapsed(2.0));
        QCOMPARE(together.timeLeft(), apart.timeLeft());
        // Only the last of four validation batches is told.
        for (int batch = 1; batch <= 4; ++batch) {
            apart.onValidation({1, batch, 4}, Elapsed(2.0 + 0.1 * batch));
        }
        together.onValidation({1, 4, 4}, Elapsed(2.4));
        const auto difference = *together.timeLeft() - *apart.timeLeft();
        QVERIFY2(std::chrono::abs(difference).count() <= 2, qPrintable(QString::number(difference.count())));
    }

    void skippedValidationBatchesCountAsIfTheyHadBeenTold() {
        LiveStatus all;
        LiveStatus some;
        RunStarted started = test::startedRun(10, 2);
        started.validProposals = 8 * started.config.batchSize;
        for (LiveStatus* status : {&all, &some}) {
            status->onStarted(started, Elapsed(0));
            for (int step = 1; step <= 10; ++step) {
                status->onSteps({test::stepOf(1, step)}, Elapsed(step));
            }
        }
        for (int batch = 1; batch <= 8; ++batch) {
            all.onValidation({1, batch, 8}, Elapsed(10.0 + 0.25 * batch));
        }
        for (const int batch : {1, 4, 8}) {
            some.onValidation({1, batch, 8}, Elapsed(10.0 + 0.25 * batch));
        }
        const auto difference = *some.timeLeft() - *all.timeLeft();
        QVERIFY2(std::chrono::abs(difference).count() <= 2, qPrintable(QString::number(difference.count())));
        QVERIFY(std::abs(some.fraction() - all.fraction()) < 1e-9);
    }
};

} // namespace fissure::ui

QTEST_GUILESS_MAIN(fissure::ui::tst_LiveStatus)

#include "tst_LiveStatus.moc"
