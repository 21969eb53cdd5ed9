#include "core/base/Files.h"
#include "core/session/Heartbeat.h"
#include "tests/core/store/StoreFixture.h"

#include <QTest>

using namespace fissure;
using namespace fissure::test;
using namespace std::chrono_literals;
namespace fs = std::filesystem;

namespace {

/// A run that others took for dead: only a beat makes it running again.
RunId sleepingRun(TestWorkspace& test) {
    const auto store = test.openStore();
    const RunId run = take(store->createRun(newRun()));
    test.clock.time += 10min;
    if (take(store->sweepDeadRuns()) != 1) {
        qFatal("the run was not taken for dead");
    }
    return run;
}

RunStatus statusOf(const TestWorkspace& test, RunId run) {
    return take(test.openQuery()->run(run)).summary.status;
}

} // namespace

class tst_Heartbeat : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void itBeatsForItsRun() {
        TestWorkspace test;
        const RunId run = sleepingRun(test);
        const Heartbeat heartbeat(test.workspace, test.clock, run, 5ms);
        QTRY_COMPARE(statusOf(test, run), RunStatus::Running);
    }

    void storeThatCannotBeOpenedAtFirstIsTriedAgain() {
        TestWorkspace test;
        const RunId run = sleepingRun(test);
        const fs::path aside = test.workspace.root() / "aside.db";
        fs::rename(test.workspace.database(), aside);
        take(writeFileAtomically(test.workspace.database(), std::string_view("this is not a database\n")));
        // Opening makes the lock file: once it is there, the heart has tried.
        fs::remove(test.workspace.lockFile());
        const Heartbeat heartbeat(test.workspace, test.clock, run, 5ms);
        QTRY_VERIFY(fs::exists(test.workspace.lockFile()));
        fs::rename(aside, test.workspace.database());
        QTRY_COMPARE(statusOf(test, run), RunStatus::Running);
    }

    void itSaysAtOnceThatItsRunIsHeldAndGoesOn() {
        const TestWorkspace test;
        const RunId run = take(test.openStore()->createRun(newRun()));
        Heartbeat heartbeat(test.workspace, test.clock, run, 1h);
        heartbeat.setStatus(RunStatus::Paused);
        QTRY_COMPARE(statusOf(test, run), RunStatus::Paused);
        heartbeat.setStatus(RunStatus::Running);
        QTRY_COMPARE(statusOf(test, run), RunStatus::Running);
    }

    void pausedRunThatWasTakenForDeadIsWokenAsPaused() {
        TestWorkspace test;
        const RunId run = sleepingRun(test);
        Heartbeat heartbeat(test.workspace, test.clock, run, 5ms);
        heartbeat.setStatus(RunStatus::Paused);
        QTRY_COMPARE(statusOf(test, run), RunStatus::Paused);
    }

    void itEndsAtOnceWhenItGoes() {
        TestWorkspace test;
        const RunId run = sleepingRun(test);
        const auto begun = std::chrono::steady_clock::now();
        { const Heartbeat heartbeat(test.workspace, test.clock, run, 1h); }
        QVERIFY(std::chrono::steady_clock::now() - begun < 1min);
        QCOMPARE(statusOf(test, run), RunStatus::Interrupted);
    }
};

QTEST_GUILESS_MAIN(tst_Heartbeat)
#include "tst_Heartbeat.moc"
