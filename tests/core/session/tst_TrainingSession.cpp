#include "core/data/ProposalIndex.h"
#include "core/session/Environment.h"
#include "core/session/TrainingSession.h"
#include "core/store/DatasetQuery.h"
#include "core/store/RunQuery.h"
#include "core/store/RunStore.h"
#include "tests/support/TestImages.h"
#include "tests/support/TinyRun.h"

#include <QScopeGuard>
#include <QTemporaryDir>
#include <QTest>
#include <SQLiteCpp/Database.h>

#include <algorithm>
#include <chrono>
#include <filesystem>
#include <fstream>
#include <future>
#include <stdexcept>

using namespace fissure;
using namespace std::chrono_literals;
namespace fs = std::filesystem;

namespace {

/// Two minutes ahead.
class LaterClock final : public Clock {
public:
    WallTime now() const override { return SystemClock().now() + std::chrono::minutes(2); }
};

} // namespace

/// Trains for real, on crops of 32 px.
class TestTrainingSession final : public QObject {
    Q_OBJECT

private:
    fs::path folder() const { return m_folder->path().toStdString(); }
    Workspace workspace() const { return *Workspace::open(folder() / "workspace"); }
    std::vector<RunSummary> storedRuns() const { return *(*RunQuery::open(workspace()))->runs(); }
    RunRecord stored(RunId run) const { return *(*RunQuery::open(workspace()))->run(run); }

    Result<RunResult> runTiny(const RunConfig& config, test::RecordingObserver& observer,
                              RunControl control = {}) const {
        TrainingSession session(workspace(), m_clock);
        return session.run({config, "tiny", {"test"}}, observer, std::move(control));
    }

    /// Says queued before there is one.
    RunSummary newestRun() const {
        const std::vector<RunSummary> runs = storedRuns();
        return runs.empty() ? RunSummary() : runs.front();
    }

    std::int64_t lastBeat() const {
        return SQLite::Database(workspace().database().string(), SQLite::OPEN_READONLY, 10'000)
            .execAndGet("SELECT at_ms FROM heartbeat")
            .getInt64();
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    SystemClock m_clock;

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void finishedRunIsStoredWhole() {
        const RunConfig config = test::prepareTinyRun(folder());
        test::RecordingObserver observer;
        const auto result = runTiny(config, observer);
        QVERIFY2(result.has_value(), result ? "" : result.error().message().c_str());
        QCOMPARE(result->status, RunStatus::Finished);

        const RunRecord run = stored(result->run);
        QCOMPARE(run.summary.status, RunStatus::Finished);
        QCOMPARE(run.summary.name, std::string("tiny"));
        QCOMPARE(run.summary.config, config);
        QVERIFY(run.summary.endedAt.has_value());
        QCOMPARE(run.trainCrack, 12);
        QCOMPARE(run.validNoCrack, 5);
        QCOMPARE(run.epochs, observer.epochs);
        QCOMPARE(run.epochs.size(), std::size_t(2));
        QVERIFY(!run.datasetFingerprint.empty() && !run.evaluationFingerprint.empty());
        QVERIFY(run.environment.contains("libtorch") && run.environment.contains("precision"));

        const auto query = *RunQuery::open(workspace());
        QCOMPARE(query->steps(result->run)->size(), observer.steps.size());
        QCOMPARE(observer.steps.size(), std::size_t(6));
        const auto predictions = *query->predictions(result->run, 2);
        QCOMPARE(predictions, observer.predictions);
        QCOMPARE(predictions.size(), std::size_t(10));
    }

    void foldersOfARunEnterTheListOfDataSets() {
        RunConfig config = test::prepareTinyRun(folder());
        config.epochs = 1;
        config.trainNegatives = 5; // what is left out counts to the data set all the same
        test::RecordingObserver observer;
        const auto result = runTiny(config, observer);
        const auto datasets = *(*DatasetQuery::open(workspace()))->datasets();
        QCOMPARE(datasets.size(), std::size_t(2));
        for (const DatasetRecord& dataset : datasets) {
            const bool isTrain = dataset.folder == fs::canonical(config.trainDir);
            QVERIFY(isTrain || dataset.folder == fs::canonical(config.validDir));
            const auto index = scanProposals(dataset.folder).value();
            QCOMPARE(dataset.fingerprint, fingerprintOf(dataset.folder, index.proposals));
            QCOMPARE(dataset.uses,
                     (std::vector<DatasetUse>{{result->run, isTrain ? DatasetRole::Train : DatasetRole::Valid,
                                               dataset.fingerprint}}));
        }
    }

    void bestWeightsLieWhereTheRunSaysAndOnlyThose() {
        test::RecordingObserver observer;
        const auto result = runTiny(test::prepareTinyRun(folder()), observer);
        const RunRecord run = stored(result->run);
        QCOMPARE(run.checkpoints.size(), std::size_t(1));
        const fs::path file = workspace().root() / run.checkpoints.front().path;
        QCOMPARE(static_cast<std::int64_t>(fs::file_size(file)), run.checkpoints.front().bytes);
        QCOMPARE(run.checkpoints.front().epoch, run.summary.best->epoch);
        QCOMPARE(std::distance(fs::directory_iterator(file.parent_path()), fs::directory_iterator{}), 1);
    }

    void observerHearsTheStartBeforeTheFirstStep() {
        test::RecordingObserver observer;
        bool startedFirst = false;
        observer.whenStep = [&](const StepMetrics& step) {
            startedFirst = startedFirst || (step.globalStep == 1 && observer.started.size() == 1);
        };
        QVERIFY(runTiny(test::prepareTinyRun(folder()), observer).has_value());
        QVERIFY(startedFirst);
        QCOMPARE(observer.started.front().trainProposals, 24);
        QVERIFY(!observer.validations.empty());
    }

    void stoppedRunKeepsWeightsAndMetrics() {
        RunConfig config = test::prepareTinyRun(folder());
        config.epochs = 1000;
        config.patience = 0;
        std::stop_source stop;
        test::RecordingObserver observer;
        observer.whenStep = [&](const StepMetrics& step) {
            if (step.epoch == 2 && step.step == 2) {
                stop.request_stop();
            }
        };
        const auto result = runTiny(config, observer, {stop.get_token()});
        QCOMPARE(result->status, RunStatus::Stopped);
        const RunRecord run = stored(result->run);
        QCOMPARE(run.summary.status, RunStatus::Stopped);
        QCOMPARE(run.epochs.size(), std::size_t(1));
        QCOMPARE(run.checkpoints.size(), std::size_t(1));
        QVERIFY((*RunQuery::open(workspace()))->steps(result->run)->size() >= 5);
    }

    void runStoppedInItsFirstEpochKeepsItsWeights() {
        std::stop_source stop;
        test::RecordingObserver observer;
        observer.whenStep = [&](const StepMetrics&) { stop.request_stop(); };
        const auto result = runTiny(test::prepareTinyRun(folder()), observer, {stop.get_token()});
        QCOMPARE(result->status, RunStatus::Stopped);
        const RunRecord run = stored(result->run);
        QVERIFY(run.epochs.empty());
        QCOMPARE(run.checkpoints.size(), std::size_t(1));
        QVERIFY(fs::exists(workspace().root() / run.checkpoints.front().path));
    }

    void heldRunSaysPausedWhileItsHeartBeats() {
        RunConfig config = test::prepareTinyRun(folder());
        config.epochs = 1000;
        config.patience = 0;
        PauseGate gate;
        std::stop_source stop;
        test::RecordingObserver observer;
        observer.whenStep = [&](const StepMetrics& step) {
            if (step.globalStep == 2) {
                gate.pause();
            }
        };
        auto running = std::async(std::launch::async, [&] {
            return runTiny(config, observer, {stop.get_token(), gate});
        });
        const auto stopped = qScopeGuard([&] { stop.request_stop(); });
        QTRY_COMPARE_WITH_TIMEOUT(newestRun().status, RunStatus::Paused, 60'000);
        const RunId run = newestRun().id;
        QVERIFY(newestRun().pausedSince.has_value());
        QCOMPARE((*RunQuery::open(workspace()))->steps(run)->size(), std::size_t(2));
        const auto store = *RunStore::open(workspace(), m_clock);
        QCOMPARE(store->sweepDeadRuns().value(), 0);
        QCOMPARE(store->deleteRun(run).error().code, ErrorCode::Busy);
        const std::int64_t beat = lastBeat();
        QTRY_VERIFY_WITH_TIMEOUT(lastBeat() > beat, 10'000);
        QCOMPARE(newestRun().status, RunStatus::Paused);
        gate.resume();
        QTRY_COMPARE(newestRun().status, RunStatus::Running);
        QVERIFY(newestRun().pausedFor >= 1s);
        QTRY_VERIFY_WITH_TIMEOUT((*RunQuery::open(workspace()))->steps(run)->size() > 2, 60'000);
        stop.request_stop();
        QCOMPARE(running.get()->status, RunStatus::Stopped);
        QCOMPARE(observer.pauses, 1);
    }

    void stopOfAHeldRunClosesItWithinTwoSeconds() {
        PauseGate gate;
        std::stop_source stop;
        test::RecordingObserver observer;
        observer.whenStep = [&](const StepMetrics&) { gate.pause(); };
        const RunConfig config = test::prepareTinyRun(folder());
        auto running = std::async(std::launch::async, [&] {
            return runTiny(config, observer, {stop.get_token(), gate});
        });
        const auto stopped = qScopeGuard([&] { stop.request_stop(); });
        QTRY_COMPARE_WITH_TIMEOUT(newestRun().status, RunStatus::Paused, 60'000);
        const auto begun = std::chrono::steady_clock::now();
        stop.request_stop();
        QCOMPARE(running.get()->status, RunStatus::Stopped);
        QVERIFY(std::chrono::steady_clock::now() - begun < 2s);
        const RunRecord run = stored(newestRun().id);
        QCOMPARE(run.summary.status, RunStatus::Stopped);
        QCOMPARE(run.checkpoints.size(), std::size_t(1));
        QVERIFY(run.summary.pausedSince < run.summary.endedAt);
    }

    void pausedRunLeavesWhatAnUninterruptedOneLeaves() {
        const RunConfig config = test::prepareTinyRun(folder());
        test::RecordingObserver whole;
        const RunRecord expected = stored(runTiny(config, whole)->run);
        PauseGate gate;
        std::stop_source stop;
        test::RecordingObserver paused;
        paused.whenStep = [&](const StepMetrics& step) {
            if (step.globalStep == 4) {
                gate.pause();
            }
        };
        auto running = std::async(std::launch::async, [&] {
            return runTiny(config, paused, {stop.get_token(), gate});
        });
        const auto stopped = qScopeGuard([&] { stop.request_stop(); });
        QTRY_COMPARE_WITH_TIMEOUT(newestRun().status, RunStatus::Paused, 60'000);
        gate.resume();
        const auto result = running.get();
        QCOMPARE(result->status, RunStatus::Finished);
        const RunRecord run = stored(result->run);
        QCOMPARE(run.checkpoints.front().sha256, expected.checkpoints.front().sha256);
        QCOMPARE(paused.predictions, whole.predictions);
        QCOMPARE(paused.steps.size(), whole.steps.size());
        for (std::size_t i = 0; i < whole.steps.size(); ++i) {
            QCOMPARE(paused.steps[i].loss, whole.steps[i].loss);
        }
        for (std::size_t i = 0; i < whole.epochs.size(); ++i) {
            QCOMPARE(run.epochs[i].train, expected.epochs[i].train);
            QCOMPARE(run.epochs[i].validation, expected.epochs[i].validation);
        }
    }

    void unreadableCropIsSkippedCountedAndListed() {
        const RunConfig config = test::prepareTinyRun(folder());
        std::ofstream(fs::path(config.trainDir) / "broken.1.0_2.0.jpg") << "this is text";
        std::ofstream(fs::path(config.trainDir) / "notes.txt") << "not a proposal";
        test::RecordingObserver observer;
        const auto result = runTiny(config, observer);
        QCOMPARE(result->status, RunStatus::Finished);
        const RunRecord run = stored(result->run);
        QCOMPARE(run.skipped.size(), std::size_t(2));
        const auto named = [&](const char* part) {
            return std::ranges::count_if(run.skipped, [&](const SkippedFile& file) {
                       return file.file.find(part) != std::string::npos && !file.reason.empty();
                   }) == 1;
        };
        QVERIFY(named("broken.1.0_2.0.jpg"));
        QVERIFY(named("notes.txt"));
    }

    void badRequestMakesNoRun_data() {
        QTest::addColumn<int>("kind");
        QTest::addColumn<QString>("part");
        QTest::newRow("missing folder") << 0 << QStringLiteral("does not exist");
        QTest::newRow("folder without proposals") << 1 << QStringLiteral("empty");
        QTest::newRow("one class") << 2 << QStringLiteral("one class");
        QTest::newRow("value out of range") << 3 << QStringLiteral("epochs");
        QTest::newRow("training crops all unreadable")
            << 4 << QStringLiteral("train: not one of its crops (24)");
        QTest::newRow("validation crops all unreadable")
            << 5 << QStringLiteral("valid: not one of its crops (10)");
        QTest::newRow("broken manifest") << 6 << QStringLiteral("manifest.csv");
        if (describeEnvironment().at("gpu") == "none") {
            QTest::newRow("CUDA that is not there") << 7 << QStringLiteral("CUDA");
        }
    }

    void badRequestMakesNoRun() {
        QFETCH(int, kind);
        QFETCH(QString, part);
        RunConfig config = test::prepareTinyRun(folder());
        if (kind == 0) {
            config.trainDir = (folder() / "nowhere").string();
        } else if (kind == 1) {
            fs::create_directories(folder() / "empty");
            config.validDir = (folder() / "empty").string();
        } else if (kind == 2) {
            for (const auto& entry : fs::directory_iterator(config.trainDir)) {
                if (entry.path().string().ends_with(".1.jpg")) {
                    fs::remove(entry.path());
                }
            }
        } else if (kind == 3) {
            config.epochs = 0;
        } else if (kind == 4 || kind == 5) {
            for (const auto& entry : fs::directory_iterator(kind == 4 ? config.trainDir : config.validDir)) {
                fs::resize_file(entry.path(), 100);
            }
        } else if (kind == 6) {
            std::ofstream(fs::path(config.trainDir) / "manifest.csv") << "this is no manifest\n";
        } else {
            config.device = DeviceChoice::Cuda;
        }
        test::RecordingObserver observer;
        const auto result = runTiny(config, observer);
        QVERIFY(!result.has_value());
        const std::string message = result.error().message();
        QVERIFY2(QString::fromStdString(message).contains(part), message.c_str());
        QVERIFY(isBadInput(result.error().code));
        QVERIFY(storedRuns().empty());
    }

    void cropsOfOneNameAreBothListed() {
        const RunConfig config = test::prepareTinyRun(folder());
        for (const std::string& each : {config.trainDir, config.validDir}) {
            std::ofstream(fs::path(each) / "broken.1.0_2.0.jpg") << "this is text";
        }
        test::RecordingObserver observer;
        const RunRecord run = stored(runTiny(config, observer)->run);
        QCOMPARE(run.skipped.size(), std::size_t(2));
        QCOMPARE(run.skipped[0].file, config.trainDir + "/broken.1.0_2.0.jpg");
        QCOMPARE(run.skipped[1].file, config.validDir + "/broken.1.0_2.0.jpg");
    }

    void observerThatThrowsFailsTheRunAndItsRowIsClosed_data() {
        QTest::addColumn<bool>("isStep");
        QTest::newRow("at a step") << true;
        QTest::newRow("at a note before the training") << false;
    }
    void observerThatThrowsFailsTheRunAndItsRowIsClosed() {
        QFETCH(bool, isStep);
        class Throwing final : public TrainObserver {
        public:
            explicit Throwing(bool isAtStep) : m_isAtStep(isAtStep) {}
            void onStarted(const RunStarted&) override {}
            void onStep(const StepMetrics&) override { throwIf(m_isAtStep); }
            void onValidationProgress(const ValidationProgress&) override {}
            void onPaused() override {}
            void onEpoch(const EpochMetrics&, std::span<const Prediction>) override {}
            void onNote(const std::string&, const Text&) override { throwIf(!m_isAtStep); }

        private:
            static void throwIf(bool now) {
                if (now) {
                    throw std::runtime_error("the terminal is gone");
                }
            }
            bool m_isAtStep;
        };
        RunConfig config = test::prepareTinyRun(folder());
        if (!isStep) {
            config.validDir.clear(); // which is noted
        }
        Throwing observer(isStep);
        const auto result = TrainingSession(workspace(), m_clock).run({config, "tiny", {}}, observer, {});
        QVERIFY(result.has_value());
        QCOMPARE(result->status, RunStatus::Failed);
        QCOMPARE(result->error.value().cause,
                 std::string("something unforeseen failed: the terminal is gone"));
        const RunSummary run = stored(result->run).summary;
        QCOMPARE(run.status, RunStatus::Failed);
        QVERIFY(run.statusReason.find("the terminal is gone") != std::string::npos);
    }

    void rowThatCannotBeClosedIsReportedAndLooksDeadAfterAMinute() {
        test::RecordingObserver observer;
        bool isRefusing = false;
        observer.whenStep = [&](const StepMetrics&) {
            if (!isRefusing) {
                SQLite::Database(workspace().database().string(), SQLite::OPEN_READWRITE, 10'000)
                    .exec("CREATE TRIGGER refuse BEFORE UPDATE OF status ON run WHEN NEW.status = 'finished' "
                          "BEGIN SELECT RAISE(ABORT, 'the disk is on fire'); END");
                isRefusing = true;
            }
        };
        const auto result = runTiny(test::prepareTinyRun(folder()), observer);
        QVERIFY(result.has_value());
        QCOMPARE(result->status, RunStatus::Failed);
        QVERIFY(result->reason.find("the disk is on fire") != std::string::npos);
        QCOMPARE(stored(result->run).summary.status, RunStatus::Running);
        const LaterClock later;
        QCOMPARE((*RunStore::open(workspace(), later))->sweepDeadRuns().value(), 1);
        QCOMPARE(stored(result->run).summary.status, RunStatus::Interrupted);
    }

    void runWithoutANameIsNamedAfterItsConfiguration() {
        RunConfig config = test::prepareTinyRun(folder());
        config.epochs = 1;
        test::RecordingObserver observer;
        const auto result = TrainingSession(workspace(), m_clock).run({config, "", {}}, observer, {});
        QCOMPARE(stored(result->run).summary.name, std::string("resnet18 shuffle bce"));
        QCOMPARE(defaultRunName(config), std::string("resnet18 shuffle bce"));
    }

    void failedRunIsClosedWithItsReason() {
        RunConfig config = test::prepareTinyRun(folder());
        config.initialWeights = (folder() / "weights.safetensors").string();
        // A sound file, and not of this network.
        std::ofstream(config.initialWeights) << std::string("\x08\0\0\0\0\0\0\0{}      ", 16);
        test::RecordingObserver observer;
        const auto result = runTiny(config, observer);
        QVERIFY(result.has_value());
        QCOMPARE(result->status, RunStatus::Failed);
        const RunRecord run = stored(result->run);
        QCOMPARE(run.summary.status, RunStatus::Failed);
        QVERIFY(run.summary.statusReason.find("weights.safetensors") != std::string::npos);
    }

    void initialWeightsThatAreNoneMakeNoRun() {
        RunConfig config = test::prepareTinyRun(folder());
        config.initialWeights = (folder() / "weights.safetensors").string();
        std::ofstream(config.initialWeights) << "no weights at all";
        test::RecordingObserver observer;
        const auto result = runTiny(config, observer);
        QCOMPARE(result.error().code, ErrorCode::WrongFormat);
        QCOMPARE(result.error().subject, config.initialWeights);
    }

    void runWithoutValidationIsPossibleAndSaysSo() {
        RunConfig config = test::prepareTinyRun(folder());
        config.validDir.clear();
        config.epochs = 1;
        test::RecordingObserver observer;
        const auto result = runTiny(config, observer);
        QVERIFY2(result.has_value(), result ? "" : result.error().message().c_str());
        QCOMPARE(result->status, RunStatus::Finished);
        QVERIFY(!observer.epochs.front().validation.has_value());
        QVERIFY(!observer.notes.empty());
        QCOMPARE(stored(result->run).checkpoints.size(), std::size_t(1));
    }

    void findingsAreToldAndStoredWithTheRun() {
        RunConfig config = test::prepareTinyRun(folder());
        config.epochs = 1;
        const Finding deep{Severity::Info, "forecast", "It will take a minute.", {}, 0};
        RunRequest request{config, "tiny", {}, {deep}, {false, {"shared-source"}}};
        test::RecordingObserver observer;
        const auto result = TrainingSession(workspace(), m_clock).run(request, observer, {});
        QVERIFY(result.has_value());
        // Both folders hold crops of "wall".
        const RunRecord run = stored(result->run);
        const auto find = [&](const char* code) {
            return std::ranges::find(run.findings, code, [](const RunFinding& each) {
                return std::string_view(each.finding.code);
            });
        };
        QVERIFY(find("shared-source") != run.findings.end());
        QVERIFY(find("shared-source")->isAccepted);
        QCOMPARE(find("shared-source")->finding.examples.front().file, std::string("wall"));
        QVERIFY(find("class-balance") != run.findings.end());
        QVERIFY(!find("class-balance")->isAccepted); // there is nothing to accept in it
        QCOMPARE(find("forecast")->finding, deep);
        QCOMPARE(observer.notes.size(), std::size_t(1));
        QCOMPARE(observer.notes.front().first, std::string("warning"));
        QVERIFY(observer.notes.front().second.ends_with("Found: wall."));
    }

    void warningsAreAcceptedOneByOneOrAllAtOnce() {
        const Finding shared{Severity::Warning, "shared-source", "x", {}, 0};
        QVERIFY(!Acceptance().covers(shared));
        QVERIFY((Acceptance{false, {"same-pixels", "shared-source"}}.covers(shared)));
        QVERIFY((Acceptance{true, {}}.covers(shared)));
    }

    void findingThatIsAnErrorRefusesTheRun() {
        const RunConfig config = test::prepareTinyRun(folder());
        const Finding error{Severity::Error, "dry-batch-failed", "Memory ran out.", {}, 0};
        test::RecordingObserver observer;
        const auto result = TrainingSession(workspace(), m_clock)
                                .run({config, "tiny", {}, {error}, {true, {}}}, observer, {});
        QVERIFY(!result);
        QCOMPARE(result.error().message(), std::string("Memory ran out."));
        QVERIFY(isBadInput(result.error().code));
        QVERIFY(storedRuns().empty());
    }

    void sameSeedGivesTheSameHistoryWhateverTheLoaderThreads() {
        RunConfig config = test::prepareTinyRun(folder());
        test::RecordingObserver first;
        QVERIFY(runTiny(config, first).has_value());
        config.loaderThreads = 3;
        test::RecordingObserver second;
        QVERIFY(runTiny(config, second).has_value());
        QCOMPARE(first.steps.size(), second.steps.size());
        for (std::size_t i = 0; i < first.steps.size(); ++i) {
            QCOMPARE(first.steps[i].loss, second.steps[i].loss);
        }
        QCOMPARE(first.predictions, second.predictions);
    }

    void fingerprintsFollowDataAndThreshold() {
        RunConfig config = test::prepareTinyRun(folder());
        config.epochs = 1;
        test::RecordingObserver observer;
        const RunRecord first = stored(runTiny(config, observer)->run);
        config.seed = 7;
        const RunRecord otherSeed = stored(runTiny(config, observer)->run);
        config.labelIou = 0.6;
        const RunRecord otherThreshold = stored(runTiny(config, observer)->run);
        QCOMPARE(otherSeed.datasetFingerprint, first.datasetFingerprint);
        QCOMPARE(otherSeed.evaluationFingerprint, first.evaluationFingerprint);
        QVERIFY(otherThreshold.evaluationFingerprint != first.evaluationFingerprint);
    }
};

QTEST_GUILESS_MAIN(TestTrainingSession)
#include "tst_TrainingSession.moc"
