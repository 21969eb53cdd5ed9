#include "core/session/RunRecorder.h"
#include "core/store/WorkspaceLock.h"
#include "tests/core/store/StoreFixture.h"
#include "tests/support/TinyRun.h"

#include <QTest>

#include <array>
#include <fstream>

using namespace fissure;
using namespace fissure::test;
using namespace std::chrono_literals;
namespace fs = std::filesystem;

namespace {

/// A run with its recorder, and what an observer heard.
class Recording {
public:
    explicit Recording(std::chrono::milliseconds busyPatience = 1h)
        : store(take(RunStore::open(test.workspace, test.clock, 1ms)))
        , run(take(store->createRun(newRun())))
        , heartbeat(test.workspace, test.clock, run)
        , recorder(test.workspace, *store, heartbeat, observer, abort, startedRun(), busyPatience) {}

    std::unique_ptr<WorkspaceLock::Held> lockOut() {
        return std::make_unique<WorkspaceLock::Held>(take(m_lock.acquire()));
    }
    RunRecord stored() const { return take(test.openQuery()->run(run)); }
    std::size_t storedSteps() const { return take(test.openQuery()->steps(run)).size(); }
    bool exists(const char* weights) const {
        return fs::exists(test.workspace.checkpoints(newRun().uuid) / weights);
    }

    TestWorkspace test;
    std::unique_ptr<RunStore> store;
    RunId run;
    Heartbeat heartbeat;
    RecordingObserver observer;
    std::stop_source abort;
    RunRecorder recorder;

private:
    RunStarted startedRun() const {
        RunStarted started;
        started.run = run;
        started.uuid = newRun().uuid;
        return started;
    }

    WorkspaceLock m_lock{test.workspace.lockFile()};
};

constexpr std::array<std::byte, 3> kWeights{std::byte{1}, std::byte{2}, std::byte{3}};

} // namespace

class tst_RunRecorder : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void shortLockOutLosesNothing() {
        Recording made;
        {
            const auto held = made.lockOut();
            made.recorder.onStep(stepNumber(1));
            made.recorder.note("info", "in between");
            made.recorder.onSkipped({"/crops/a.jpg", "it is cut off"});
            take(made.recorder.onWeights(1, kWeights));
            made.recorder.onEpoch(epochNumber(1, 0.5, true), predictionsOf(3, 0.5));
            made.recorder.onStep(stepNumber(2));
        }
        QVERIFY(!made.recorder.failed());
        QVERIFY(!made.abort.stop_requested());
        QCOMPARE(made.storedSteps(), std::size_t(0));
        made.recorder.finish();
        QVERIFY(!made.recorder.failed());
        QCOMPARE(made.storedSteps(), std::size_t(2));
        const RunRecord run = made.stored();
        QCOMPARE(run.epochs.size(), std::size_t(1));
        QCOMPARE(run.notes.size(), std::size_t(1));
        QCOMPARE(run.skipped.size(), std::size_t(1));
        QCOMPARE(run.checkpoints.size(), std::size_t(1));
        QCOMPARE(take(made.test.openQuery()->predictions(made.run)), predictionsOf(3, 0.5));
        QCOMPARE(made.observer.steps.size(), std::size_t(2));
    }

    void lockOutThatLastsEndsTheRunAndNothingMoreIsWritten() {
        Recording made(0ms);
        {
            const auto held = made.lockOut();
            made.recorder.note("info", "too late");
        }
        const Error error = made.recorder.failed().value();
        QCOMPARE(error.code, ErrorCode::Busy);
        QVERIFY(made.abort.stop_requested());

        made.recorder.note("error", "the run failed");
        made.recorder.onSkipped({"a", "b"});
        made.recorder.onStep(stepNumber(1));
        made.recorder.onEpoch(epochNumber(1, 0.5, true), {});
        made.recorder.finish();
        QCOMPARE(made.recorder.onWeights(1, kWeights).error(), error);
        QCOMPARE(made.recorder.failed().value(), error);
        const RunRecord run = made.stored();
        QVERIFY(run.notes.empty() && run.skipped.empty() && run.epochs.empty());
        QCOMPARE(made.storedSteps(), std::size_t(0));
        QVERIFY(!made.exists("best-0001.safetensors"));
        // Whoever watches still hears of everything.
        QCOMPARE(made.observer.notes.size(), std::size_t(3));
        QCOMPARE(made.observer.steps.size(), std::size_t(1));
        QCOMPARE(made.observer.epochs.size(), std::size_t(1));
    }

    void storeThatFailsEndsTheRunAtOnce() {
        Recording made;
        made.recorder.onStep(stepNumber(1));
        const auto other = made.test.openStore();
        take(other->closeRun(made.run, RunStatus::Stopped, ""));
        take(other->deleteRun(made.run));
        made.recorder.finish();
        QCOMPARE(made.recorder.failed().value().code, ErrorCode::NotFound);
        QVERIFY(made.abort.stop_requested());
    }

    void weightsCountAsTheBestOnlyTogetherWithTheirEpoch() {
        Recording made;
        take(made.recorder.onWeights(1, kWeights));
        made.recorder.onEpoch(epochNumber(1, 0.5, true), {});
        QCOMPARE(made.stored().checkpoints.front().epoch, 1);

        // The process would end here: the older state is whole.
        take(made.recorder.onWeights(2, kWeights));
        QCOMPARE(made.stored().checkpoints.front().epoch, 1);
        QCOMPARE(made.stored().summary.best->epoch, 1);
        QVERIFY(made.exists("best-0001.safetensors"));

        made.recorder.onEpoch(epochNumber(2, 0.4, true), {});
        QCOMPARE(made.stored().checkpoints.front().epoch, 2);
        QCOMPARE(made.stored().summary.best->epoch, 2);
        QVERIFY(!made.exists("best-0001.safetensors"));
        QVERIFY(made.exists("best-0002.safetensors"));
    }

    void epochThatIsNotTheBestLeavesTheWeightsAlone() {
        Recording made;
        take(made.recorder.onWeights(1, kWeights));
        made.recorder.onEpoch(epochNumber(1, 0.5, true), {});
        made.recorder.onEpoch(epochNumber(2, 0.6, false), {});
        QCOMPARE(made.stored().epochs.size(), std::size_t(2));
        QCOMPARE(made.stored().checkpoints.front().epoch, 1);
        QVERIFY(made.exists("best-0001.safetensors"));
    }

    void weightsOfTwoEpochsSurviveALockOutBetweenThem() {
        Recording made;
        {
            const auto held = made.lockOut();
            for (int epoch = 1; epoch <= 2; ++epoch) {
                take(made.recorder.onWeights(epoch, kWeights));
                made.recorder.onEpoch(epochNumber(epoch, 1.0 / epoch, true), {});
            }
        }
        made.recorder.finish();
        QCOMPARE(made.stored().checkpoints.front().path,
                 "checkpoints/" + newRun().uuid + "/best-0002.safetensors");
        QVERIFY(!made.exists("best-0001.safetensors"));
        QVERIFY(made.exists("best-0002.safetensors"));
    }

    void weightsOfARunStoppedInItsFirstEpochAreKept() {
        Recording made;
        take(made.recorder.onWeights(0, kWeights));
        QCOMPARE(made.stored().checkpoints.front().epoch, 0);
        QVERIFY(made.exists("best-0000.safetensors"));
    }

    void weightsThatCannotBeWrittenAreAnErrorAndNoRow() {
        Recording made;
        // A file where the folder should be: not even root can write into it.
        std::ofstream(made.test.workspace.root() / "checkpoints") << "in the way";
        const auto kept = made.recorder.onWeights(1, kWeights);
        QVERIFY(!kept);
        QCOMPARE(kept.error().code, ErrorCode::Unwritable);
        QCOMPARE(kept.error().subject, made.test.workspace.checkpoints(newRun().uuid).string());
        QVERIFY(made.stored().checkpoints.empty());
    }

    void heldRunIsPausedInTheStoreWithAllThatItTrained() {
        Recording made;
        made.recorder.onStep(stepNumber(1));
        made.recorder.onPaused();
        QCOMPARE(made.storedSteps(), std::size_t(1));
        QCOMPARE(made.observer.pauses, 1);
        QTRY_COMPARE(made.stored().summary.status, RunStatus::Paused);
        made.recorder.onResumed();
        QTRY_COMPARE(made.stored().summary.status, RunStatus::Running);
    }

    void patienceWithAnotherProgramStartsAnewAfterAPause() {
        Recording made(1s);
        {
            const auto held = made.lockOut();
            made.recorder.note("info", "before the pause");
            made.recorder.onPaused();
            const auto begun = std::chrono::steady_clock::now();
            QTRY_VERIFY(std::chrono::steady_clock::now() - begun > 1s);
            made.recorder.onResumed();
            made.recorder.note("info", "after the pause");
        }
        QVERIFY(!made.recorder.failed());
        made.recorder.finish();
        QCOMPARE(made.stored().notes.size(), std::size_t(2));
    }

    void whatTheEngineChoseIsStored() {
        Recording made;
        made.recorder.onStarted({"cpu", "bf16", 2, 123, 7});
        QCOMPARE(made.stored().environment.at("precision"), std::string("bf16"));
        QCOMPARE(made.stored().environment.at("parameters"), std::string("123"));
        QCOMPARE(made.observer.started.front().stepsInEpoch, 7);
    }
};

QTEST_GUILESS_MAIN(tst_RunRecorder)
#include "tst_RunRecorder.moc"
