#include "core/store/RunQuery.h"
#include "core/store/RunStore.h"
#include "tests/core/store/ChildProcess.h"
#include "tests/core/store/StoreFixture.h"

#include <QTest>
#include <SQLiteCpp/Database.h>

#include <atomic>
#include <thread>

using namespace fissure;
using namespace fissure::test;
using namespace std::chrono_literals;
namespace fs = std::filesystem;

namespace {

/// In a child: makes a run, tells its number and waits to be killed.
int trainUntilKilled(const TestWorkspace& test, int number, RunStatus status = RunStatus::Running) {
    const auto store = test.openStore();
    const RunId run = take(store->createRun(newRun(number)));
    take(store->beat(run, status));
    ChildProcess::tell(run.value);
    while (true) {
        ::pause();
    }
}

int countOf(const TestWorkspace& test, const char* sql) {
    return SQLite::Database(test.workspace.database().string(), SQLite::OPEN_READONLY)
        .execAndGet(sql)
        .getInt();
}

bool isSound(const TestWorkspace& test) {
    SQLite::Database database(test.workspace.database().string(), SQLite::OPEN_READONLY);
    return database.execAndGet("PRAGMA integrity_check").getString() == "ok";
}

void setHost(const TestWorkspace& test, RunId run, const char* host) {
    SQLite::Database database(test.workspace.database().string(), SQLite::OPEN_READWRITE);
    SQLite::Statement update(database, "UPDATE heartbeat SET host = ? WHERE run = ?");
    update.bind(1, host);
    update.bind(2, run.value);
    update.exec();
}

} // namespace

class tst_StoreProcesses : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void runOfAKilledProcessBecomesInterrupted_data() {
        QTest::addColumn<int>("status");
        for (const RunStatus status : {RunStatus::Running, RunStatus::Paused}) {
            QTest::newRow(std::string(nameOf(status)).c_str()) << static_cast<int>(status);
        }
    }
    void runOfAKilledProcessBecomesInterrupted() {
        QFETCH(int, status);
        TestWorkspace test;
        ChildProcess child([&] { return trainUntilKilled(test, 1, static_cast<RunStatus>(status)); });
        const RunId run{child.hear()};
        const WallTime begun = test.clock.time;
        test.clock.time += 1min;
        const auto store = test.openStore();
        QCOMPARE(take(store->sweepDeadRuns()), 0);
        QCOMPARE(take(test.openQuery()->run(run)).summary.status, static_cast<RunStatus>(status));
        child.kill();
        QCOMPARE(take(store->sweepDeadRuns()), 1);
        const RunSummary summary = take(test.openQuery()->run(run)).summary;
        QCOMPARE(summary.status, RunStatus::Interrupted);
        QVERIFY(summary.statusReason.find(std::to_string(child.pid())) != std::string::npos);
        QCOMPARE(summary.endedAt, std::optional(begun)); // the last sign of life
        QCOMPARE(take(store->sweepDeadRuns()), 0);
    }

    void runThatItsProcessNoLongerBeatsForIsSweptAndCanBeDeleted() {
        TestWorkspace test;
        const auto store = test.openStore();
        const RunId run = take(store->createRun(newRun()));
        test.clock.time += 60s;
        QCOMPARE(take(store->sweepDeadRuns()), 0);
        QCOMPARE(store->deleteRun(run).error().code, ErrorCode::Busy);
        test.clock.time += 1ms;
        QCOMPARE(take(store->sweepDeadRuns()), 1);
        QCOMPARE(take(test.openQuery()->run(run)).summary.status, RunStatus::Interrupted);
        take(store->deleteRun(run));
    }

    void runOfAMachineThatSleptCanBeClosedAsItEnded() {
        TestWorkspace test;
        const auto store = test.openStore();
        const RunId run = take(store->createRun(newRun()));
        test.clock.time += 8h;
        QCOMPARE(take(store->sweepDeadRuns()), 1);
        take(store->closeRun(run, RunStatus::Finished, "all epochs done"));
        const RunSummary summary = take(test.openQuery()->run(run)).summary;
        QCOMPARE(summary.status, RunStatus::Finished);
        QCOMPARE(summary.endedAt, std::optional(test.clock.time));
    }

    void runOfAnotherHostIsSweptAfterAMinuteWithoutABeat() {
        TestWorkspace test;
        const auto store = test.openStore();
        const RunId run = take(store->createRun(newRun()));
        setHost(test, run, "elsewhere");
        test.clock.time += 60s;
        QCOMPARE(take(store->sweepDeadRuns()), 0);
        take(store->beat(run));
        test.clock.time += 60s;
        QCOMPARE(take(store->sweepDeadRuns()), 0);
        test.clock.time += 1ms;
        QCOMPARE(take(store->sweepDeadRuns()), 1);
        QCOMPARE(take(test.openQuery()->run(run)).summary.status, RunStatus::Interrupted);
    }

    void runThatWasTakenForDeadWakesWithItsNextBeat() {
        TestWorkspace test;
        const auto store = test.openStore();
        const RunId run = take(store->createRun(newRun()));
        setHost(test, run, "elsewhere");
        test.clock.time += 10min;
        QCOMPARE(take(store->sweepDeadRuns()), 1);
        take(store->beat(run));
        const RunSummary summary = take(test.openQuery()->run(run)).summary;
        QCOMPARE(summary.status, RunStatus::Running);
        QVERIFY(!summary.endedAt);
        QVERIFY(summary.statusReason.empty());
    }

    void pausedRunThatWasTakenForDeadIsPausedAgain() {
        TestWorkspace test;
        const auto store = test.openStore();
        const WallTime begun = test.clock.time;
        const RunId run = take(store->createRun(newRun()));
        take(store->beat(run, RunStatus::Paused));
        test.clock.time += 8h;
        QCOMPARE(take(store->sweepDeadRuns()), 1);
        take(store->beat(run, RunStatus::Paused));
        const RunSummary summary = take(test.openQuery()->run(run)).summary;
        QCOMPARE(summary.status, RunStatus::Paused);
        QVERIFY(!summary.endedAt);
        QCOMPARE(summary.pausedSince, std::optional(begun));
    }

    void runsThatWaitOrHaveEndedAreNotSwept() {
        TestWorkspace test;
        std::vector<RunId> runs;
        {
            ChildProcess child([&] {
                const auto store = test.openStore();
                int number = 0;
                for (const RunStatus status : {RunStatus::Queued, RunStatus::Finished}) {
                    const RunId run = take(store->createRun(newRun(++number)));
                    take(store->closeRun(run, status, "as told"));
                    ChildProcess::tell(run.value);
                }
                return 0;
            });
            for (int i = 0; i < 2; ++i) {
                runs.push_back({child.hear()});
            }
            QCOMPARE(child.join(), 0);
        }
        test.clock.time += 1h;
        QCOMPARE(take(test.openStore()->sweepDeadRuns()), 0);
        const auto query = test.openQuery();
        QCOMPARE(take(query->run(runs[0])).summary.status, RunStatus::Queued);
        QCOMPARE(take(query->run(runs[1])).summary.status, RunStatus::Finished);
    }

    void runOfAKilledProcessCanBeDeletedWithoutASweep() {
        const TestWorkspace test;
        ChildProcess child([&] { return trainUntilKilled(test, 1); });
        const RunId run{child.hear()};
        const auto store = test.openStore();
        QCOMPARE(store->deleteRun(run).error().code, ErrorCode::Busy);
        child.kill();
        take(store->deleteRun(run));
        QVERIFY(take(test.openQuery()->runs()).empty());
    }

    void killedWriterKeepsWhatItWasToldIsWritten() {
        const TestWorkspace test;
        for (int round = 1; round <= 8; ++round) {
            ChildProcess child([&] {
                const auto store = test.openStore();
                const RunId run = take(store->createRun(newRun(round)));
                ChildProcess::tell(run.value);
                for (int i = 1;; ++i) {
                    const StepMetrics step = stepNumber(i);
                    take(store->addSteps(run, {&step, 1}));
                    ChildProcess::tell(i);
                }
                return 0;
            });
            const RunId run{child.hear()};
            long long acknowledged = 0;
            while (acknowledged < 50 * round) {
                acknowledged = child.hear();
                QVERIFY(acknowledged > 0);
            }
            child.kill();
            for (long long more = child.hear(); more > 0; more = child.hear()) {
                acknowledged = more;
            }
            const auto steps = take(test.openQuery()->steps(run));
            QVERIFY(static_cast<long long>(steps.size()) >= acknowledged);
            QCOMPARE(steps.at(static_cast<std::size_t>(acknowledged - 1)),
                     stepNumber(static_cast<int>(acknowledged)));
        }
        QVERIFY(isSound(test));
        QCOMPARE(take(test.openStore()->sweepDeadRuns()), 8);
    }

    void writerKilledWithinAnEpochLeavesItWholeOrAbsent() {
        const TestWorkspace test;
        for (int round = 1; round <= 6; ++round) {
            ChildProcess child([&] {
                const auto store = test.openStore();
                const RunId run = take(store->createRun(newRun(round)));
                const auto predictions = predictionsOf(3000, 0.5);
                ChildProcess::tell(run.value);
                for (int epoch = 1;; ++epoch) {
                    take(store->addEpoch(run, epochNumber(epoch, 0.5, true), predictions));
                    ChildProcess::tell(epoch);
                }
                return 0;
            });
            const RunId run{child.hear()};
            for (int i = 0; i < round; ++i) {
                QVERIFY(child.hear() > 0);
            }
            child.kill();
            const auto query = test.openQuery();
            for (const EpochMetrics& epoch : take(query->run(run)).epochs) {
                QCOMPARE(take(query->predictions(run, epoch.epoch)).size(), std::size_t(3000));
            }
        }
        QVERIFY(isSound(test));
    }

    void writersOfTwoProcessesAndTwoThreadsTakeTurns() {
        const TestWorkspace test;
        constexpr int kSteps = 400;
        const auto write = [&](int number) {
            const auto store = test.openStore();
            const RunId run = take(store->createRun(newRun(number)));
            for (int i = 1; i <= kSteps; ++i) {
                const StepMetrics step = stepNumber(i);
                take(store->addSteps(run, {&step, 1}));
            }
            take(store->closeRun(run, RunStatus::Finished, ""));
            return 0;
        };
        ChildProcess first([&] { return write(1); });
        ChildProcess second([&] { return write(2); });
        {
            std::jthread third([&] { write(3); });
            std::jthread fourth([&] { write(4); });
        }
        QCOMPARE(first.join(), 0);
        QCOMPARE(second.join(), 0);
        QCOMPARE(countOf(test, "SELECT count(*) FROM step"), 4 * kSteps);
        QCOMPARE(countOf(test, "SELECT count(*) FROM run WHERE status = 'finished'"), 4);
        QVERIFY(isSound(test));
    }

    void readerSeesWholeEpochsWhileAnotherProcessWrites() {
        const TestWorkspace test;
        constexpr int kEpochs = 12;
        constexpr int kPredictions = 1000;
        ChildProcess child([&] {
            const auto store = test.openStore();
            const RunId run = take(store->createRun(newRun()));
            ChildProcess::tell(run.value);
            for (int epoch = 1; epoch <= kEpochs; ++epoch) {
                take(store->addEpoch(run, epochNumber(epoch, 1.0 / epoch, true),
                                     predictionsOf(kPredictions, 1.0 / epoch)));
            }
            return 0;
        });
        const RunId run{child.hear()};
        const auto query = test.openQuery();
        int seen = 0;
        while (seen < kEpochs) {
            const auto predictions = take(query->predictions(run));
            if (!predictions.empty()) {
                QCOMPARE(predictions.size(), std::size_t(kPredictions));
                QCOMPARE(predictions.front().probability, predictions.back().probability);
            }
            const int now = take(query->run(run)).summary.epochs;
            QVERIFY(now >= seen);
            seen = now;
        }
        QCOMPARE(child.join(), 0);
    }
};

QTEST_GUILESS_MAIN(tst_StoreProcesses)
#include "tst_StoreProcesses.moc"
