#include "core/base/Files.h"
#include "core/store/RunStore.h"
#include "tests/core/store/StoreFixture.h"
#include "tests/support/Unprivileged.h"

#include <QTest>
#include <SQLiteCpp/Database.h>

#include <cmath>
#include <csignal>
#include <limits>
#include <sys/resource.h>

using namespace fissure;
using namespace fissure::test;
using namespace std::chrono_literals;
namespace fs = std::filesystem;

namespace {

constexpr RunId kNobody{99};

/// Limits how large this process may make a file, as a full disk would.
class FileSizeLimit {
public:
    explicit FileSizeLimit(rlim_t bytes) {
        ::getrlimit(RLIMIT_FSIZE, &m_before);
        m_handler = std::signal(SIGXFSZ, SIG_IGN);
        const rlimit limit{bytes, m_before.rlim_max};
        ::setrlimit(RLIMIT_FSIZE, &limit);
    }
    ~FileSizeLimit() {
        ::setrlimit(RLIMIT_FSIZE, &m_before);
        std::signal(SIGXFSZ, m_handler);
    }
    FileSizeLimit(const FileSizeLimit&) = delete;
    FileSizeLimit& operator=(const FileSizeLimit&) = delete;

private:
    rlimit m_before{};
    void (*m_handler)(int) = SIG_DFL;
};

bool namesDatabase(const Error& error, const TestWorkspace& test) {
    return error.subject == test.workspace.database().string();
}

} // namespace

class tst_RunStore : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void createdRunIsRunningWithAllItsFacts() {
        const TestWorkspace test;
        const auto store = test.openStore();
        const NewRun wanted = newRun();
        const RunId id = take(store->createRun(wanted));
        const RunRecord record = take(test.openQuery()->run(id));
        QCOMPARE(record.summary.id, id);
        QCOMPARE(record.summary.uuid, wanted.uuid);
        QCOMPARE(record.summary.name, wanted.name);
        QCOMPARE(record.summary.tags, wanted.tags);
        QCOMPARE(record.summary.status, RunStatus::Running);
        QCOMPARE(record.summary.startedAt, test.clock.time);
        QVERIFY(!record.summary.endedAt);
        QCOMPARE(record.summary.config, wanted.config);
        QCOMPARE(record.summary.epochs, 0);
        QVERIFY(!record.summary.best);
        QCOMPARE(record.environment, wanted.environment);
        QCOMPARE(record.datasetFingerprint, wanted.datasetFingerprint);
        QCOMPARE(record.evaluationFingerprint, wanted.evaluationFingerprint);
        QCOMPARE(record.trainCrack, wanted.trainCrack);
        QCOMPARE(record.trainNoCrack, wanted.trainNoCrack);
        QCOMPARE(record.validCrack, wanted.validCrack);
        QCOMPARE(record.validNoCrack, wanted.validNoCrack);
        QCOMPARE(record.findings, wanted.findings);
    }

    void runWithoutFindingsHasNone() {
        const TestWorkspace test;
        const auto store = test.openStore();
        take(store->createRun(newRun(1)));
        NewRun wanted = newRun(2);
        wanted.findings.clear();
        const RunId id = take(store->createRun(wanted));
        QVERIFY(take(test.openQuery()->run(id)).findings.empty());
    }

    void columnsOfTheConfigurationFollowIt() {
        const TestWorkspace test;
        const auto store = test.openStore();
        take(store->createRun(newRun()));
        SQLite::Database database(test.workspace.database().string(), SQLite::OPEN_READONLY);
        SQLite::Statement row(database,
                              "SELECT seed, backbone, sampler, loss, precision, image_size, batch_size, "
                              "learning_rate, label_iou FROM run");
        QVERIFY(row.executeStep());
        QCOMPARE(row.getColumn(0).getInt64(), std::int64_t(4'294'967'295));
        QCOMPARE(row.getColumn(1).getString(), std::string("resnet18"));
        QCOMPARE(row.getColumn(2).getString(), std::string("weighted"));
        QCOMPARE(row.getColumn(3).getString(), std::string("bce"));
        QCOMPARE(row.getColumn(4).getString(), std::string("auto"));
        QCOMPARE(row.getColumn(5).getInt(), 224);
        QCOMPARE(row.getColumn(6).getInt(), 16);
        QCOMPARE(row.getColumn(7).getDouble(), 3e-4);
        QCOMPARE(row.getColumn(8).getDouble(), 0.0);
    }

    void numberOfADeletedRunIsNotGivenAgain() {
        const TestWorkspace test;
        const auto store = test.openStore();
        const RunId first = take(store->createRun(newRun(1)));
        take(store->closeRun(first, RunStatus::Finished, ""));
        take(store->deleteRun(first));
        QVERIFY(first < take(store->createRun(newRun(2))));
    }

    void uuidThatIsNoneIsRefused() {
        const TestWorkspace test;
        const auto store = test.openStore();
        for (const char* uuid :
             {"", "..", "ABCD0000000000000000000000000000", "abcd000000000000000000000000000"}) {
            NewRun run = newRun();
            run.uuid = uuid;
            const auto created = store->createRun(run);
            QVERIFY(!created);
            QVERIFY(namesDatabase(created.error(), test));
        }
        QVERIFY(take(test.openQuery()->runs()).empty());
    }

    void uuidThatIsTakenIsRefused() {
        const TestWorkspace test;
        const auto store = test.openStore();
        take(store->createRun(newRun()));
        QCOMPARE(store->createRun(newRun()).error().code, ErrorCode::Internal);
    }

    void stepsComeBackInOrder() {
        const TestWorkspace test;
        const auto store = test.openStore();
        const RunId run = take(store->createRun(newRun()));
        const std::vector<StepMetrics> later{stepNumber(11), stepNumber(12)};
        const std::vector<StepMetrics> earlier{stepNumber(1), stepNumber(2)};
        take(store->addSteps(run, later));
        take(store->addSteps(run, earlier));
        const std::vector<StepMetrics> expected{stepNumber(1), stepNumber(2), stepNumber(11), stepNumber(12)};
        QCOMPARE(take(test.openQuery()->steps(run)), expected);
    }

    void repeatedStepReplacesTheFirst() {
        const TestWorkspace test;
        const auto store = test.openStore();
        const RunId run = take(store->createRun(newRun()));
        StepMetrics step = stepNumber(1);
        take(store->addSteps(run, {&step, 1}));
        step.loss = 17.0;
        take(store->addSteps(run, {&step, 1}));
        QCOMPARE(take(test.openQuery()->steps(run)), std::vector{step});
    }

    void lossesThatAreNoNumbersAreKept() {
        const TestWorkspace test;
        const auto store = test.openStore();
        const RunId run = take(store->createRun(newRun()));
        StepMetrics step = stepNumber(1);
        step.loss = std::numeric_limits<double>::quiet_NaN();
        step.runningLoss = std::numeric_limits<double>::infinity();
        take(store->addSteps(run, {&step, 1}));
        take(store->addEpoch(run, epochNumber(1, std::nan(""), true), predictionsOf(1, std::nan(""))));
        const auto query = test.openQuery();
        const StepMetrics stored = take(query->steps(run)).at(0);
        QVERIFY(std::isnan(stored.loss));
        QVERIFY(std::isinf(stored.runningLoss));
        const RunRecord record = take(query->run(run));
        QVERIFY(record.epochs.at(0).validation);
        QVERIFY(std::isnan(record.epochs.at(0).validation->loss));
        QCOMPARE(record.epochs.at(0).validation->confusion, epochNumber(1, 0, true).validation->confusion);
        QVERIFY(std::isnan(take(query->predictions(run)).at(0).probability));
    }

    void epochsComeBackWithAndWithoutValidation() {
        const TestWorkspace test;
        const auto store = test.openStore();
        const RunId run = take(store->createRun(newRun()));
        const EpochMetrics first = epochNumber(1, 0.5, true);
        EpochMetrics second = epochNumber(2, 0.6, false);
        second.validation.reset();
        take(store->addEpoch(run, first, {}));
        take(store->addEpoch(run, second, {}));
        QCOMPARE(take(test.openQuery()->run(run)).epochs, (std::vector{first, second}));
    }

    void predictionsAreKeptByEpoch() {
        const TestWorkspace test;
        const auto store = test.openStore();
        const RunId run = take(store->createRun(newRun()));
        take(store->addEpoch(run, epochNumber(1, 0.5, true), predictionsOf(5, 0.125)));
        take(store->addEpoch(run, epochNumber(2, 0.6, false), predictionsOf(7, 0.875)));
        const auto query = test.openQuery();
        QCOMPARE(take(query->predictions(run, 1)), predictionsOf(5, 0.125));
        QCOMPARE(take(query->predictions(run, 2)), predictionsOf(7, 0.875));
        QVERIFY(take(query->predictions(run, 3)).empty());
    }

    void fileNamesAreStoredOnceForAllRuns() {
        const TestWorkspace test;
        const auto store = test.openStore();
        const RunId first = take(store->createRun(newRun(1)));
        take(store->addEpoch(first, epochNumber(1, 0.5, true), predictionsOf(6, 0.5)));
        const auto other = test.openStore();
        const RunId second = take(other->createRun(newRun(2)));
        take(other->addEpoch(second, epochNumber(1, 0.5, true), predictionsOf(8, 0.5)));
        SQLite::Database database(test.workspace.database().string(), SQLite::OPEN_READONLY);
        QCOMPARE(database.execAndGet("SELECT count(*) FROM proposal").getInt(), 8);
        QCOMPARE(take(test.openQuery()->predictions(first)), predictionsOf(6, 0.5));
    }

    void repeatedEpochReplacesItsPredictions() {
        const TestWorkspace test;
        const auto store = test.openStore();
        const RunId run = take(store->createRun(newRun()));
        take(store->addEpoch(run, epochNumber(1, 0.5, true), predictionsOf(9, 0.1)));
        take(store->addEpoch(run, epochNumber(1, 0.4, true), predictionsOf(4, 0.2)));
        const auto query = test.openQuery();
        QCOMPARE(take(query->predictions(run)), predictionsOf(4, 0.2));
        QCOMPARE(take(query->run(run)).epochs, (std::vector{epochNumber(1, 0.4, true)}));
    }

    void epochThatFailsLeavesNothingBehind() {
        const TestWorkspace test;
        const auto store = test.openStore();
        const RunId run = take(store->createRun(newRun()));
        std::vector<Prediction> predictions = predictionsOf(3, 0.5);
        predictions.back().label = 7;
        QCOMPARE(store->addEpoch(run, epochNumber(1, 0.5, true), predictions).error().code,
                 ErrorCode::Internal);
        QVERIFY(take(test.openQuery()->run(run)).epochs.empty());
        // The names of the failed epoch were rolled back: their ids must not be used again.
        take(store->addEpoch(run, epochNumber(1, 0.5, true), predictionsOf(3, 0.5)));
        QCOMPARE(take(test.openQuery()->predictions(run)), predictionsOf(3, 0.5));
    }

    void epochAndItsWeightsAreWrittenTogetherOrNotAtAll() {
        const TestWorkspace test;
        const auto store = test.openStore();
        const RunId run = take(store->createRun(newRun()));
        const auto weightsOf = [](int epoch) {
            return CheckpointRecord{"best", epoch, "checkpoints/x/" + std::to_string(epoch), "s", 1};
        };
        take(store->addEpoch(run, epochNumber(1, 0.5, true), predictionsOf(3, 0.5), weightsOf(1)));
        std::vector<Prediction> broken = predictionsOf(3, 0.5);
        broken.back().label = 7;
        QVERIFY(!store->addEpoch(run, epochNumber(2, 0.4, true), broken, weightsOf(2)));
        RunRecord record = take(test.openQuery()->run(run));
        QCOMPARE(record.summary.best->epoch, 1);
        QCOMPARE(record.checkpoints.size(), std::size_t(1));
        QCOMPARE(record.checkpoints[0].epoch, 1);
        take(store->addEpoch(run, epochNumber(2, 0.4, true), {}, weightsOf(2)));
        take(store->addEpoch(run, epochNumber(3, 0.6, false), {}));
        record = take(test.openQuery()->run(run));
        QCOMPARE(record.summary.best->epoch, 2);
        QCOMPARE(record.checkpoints[0].path, std::string("checkpoints/x/2"));
    }

    void writeThatDoesNotGetItsTurnInTimeIsBusy() {
        const TestWorkspace test;
        const auto store = take(RunStore::open(test.workspace, test.clock, std::chrono::milliseconds(1)));
        const RunId run = take(store->createRun(newRun()));
        {
            WorkspaceLock other(test.workspace.lockFile());
            const auto held = take(other.acquire());
            QCOMPARE(store->beat(run).error().code, ErrorCode::Busy);
            QCOMPARE(RunStore::open(test.workspace, test.clock, std::chrono::milliseconds(1)).error().code,
                     ErrorCode::Busy);
        }
        take(store->beat(run));
    }

    void notesSkippedFilesAndCheckpointsAreKept() {
        TestWorkspace test;
        const auto store = test.openStore();
        const RunId run = take(store->createRun(newRun()));
        take(store->addNote(run, "info", "first"));
        test.clock.time += std::chrono::seconds(3);
        take(store->addNote(run, "warning", "second"));
        take(store->addSkipped(run, {"b.jpg", "cut off"}));
        take(store->addSkipped(run, {"a.jpg", "grey"}));
        take(store->addSkipped(run, {"b.jpg", "cut off twice"}));
        take(store->putCheckpoint(run, {"last", 1, "checkpoints/x/last", std::string(64, 'a'), 10}));
        take(store->putCheckpoint(run, {"best", 1, "checkpoints/x/one", std::string(64, 'b'), 20}));
        take(store->putCheckpoint(run, {"best", 2, "checkpoints/x/two", std::string(64, 'c'), 30}));
        take(store->addEnvironment(run, {{"torch", "2.1"}, {"gpu", "none"}}));
        const RunRecord record = take(test.openQuery()->run(run));
        QCOMPARE(record.notes.size(), std::size_t(2));
        QCOMPARE(record.notes[0].text, std::string("first"));
        QCOMPARE(record.notes[1].severity, std::string("warning"));
        QCOMPARE(record.notes[1].at, test.clock.time);
        QCOMPARE(record.skipped, (std::vector<SkippedFile>{{"b.jpg", "cut off twice"}, {"a.jpg", "grey"}}));
        QCOMPARE(record.checkpoints.size(), std::size_t(2));
        QCOMPARE(record.checkpoints[0].kind, std::string("best"));
        QCOMPARE(record.checkpoints[0].epoch, 2);
        QCOMPARE(record.checkpoints[0].path, std::string("checkpoints/x/two"));
        QCOMPARE(record.checkpoints[0].sha256, std::string(64, 'c'));
        QCOMPARE(record.checkpoints[0].bytes, std::int64_t(30));
        QCOMPARE(record.environment, (EnvironmentFacts{{"cpu", "Xeon"}, {"gpu", "none"}, {"torch", "2.1"}}));
    }

    void noteOfAnUnknownSeverityIsRefused() {
        const TestWorkspace test;
        const auto store = test.openStore();
        const RunId run = take(store->createRun(newRun()));
        const auto added = store->addNote(run, "shout", "x");
        QVERIFY(!added);
        QVERIFY(namesDatabase(added.error(), test));
    }

    void closedRunSaysWhenAndWhy_data() {
        QTest::addColumn<int>("status");
        for (const RunStatus status : {RunStatus::Finished, RunStatus::Stopped, RunStatus::Failed,
                                       RunStatus::Interrupted, RunStatus::Paused, RunStatus::Queued}) {
            QTest::newRow(std::string(nameOf(status)).c_str()) << static_cast<int>(status);
        }
    }
    void closedRunSaysWhenAndWhy() {
        QFETCH(int, status);
        TestWorkspace test;
        const auto store = test.openStore();
        const RunId run = take(store->createRun(newRun()));
        test.clock.time += std::chrono::minutes(5);
        take(store->closeRun(run, static_cast<RunStatus>(status), "because"));
        const RunSummary summary = take(test.openQuery()->run(run)).summary;
        QCOMPARE(summary.status, static_cast<RunStatus>(status));
        QCOMPARE(summary.statusReason, std::string("because"));
        QCOMPARE(summary.endedAt, std::optional(test.clock.time));
    }

    void pausesAreLeftOutOfTheWorkingTime() {
        TestWorkspace test;
        const auto store = test.openStore();
        const WallTime begun = test.clock.time;
        const RunId run = take(store->createRun(newRun()));
        const auto stored = [&] { return take(test.openQuery()->run(run)).summary; };
        const auto worked = [&] { return workingTime(stored(), test.clock.time); };
        test.clock.time += 10s;
        take(store->beat(run, RunStatus::Paused));
        test.clock.time += 50s;
        take(store->beat(run, RunStatus::Paused));
        QCOMPARE(stored().status, RunStatus::Paused);
        QCOMPARE(stored().pausedSince, std::optional(begun + 10s));
        QCOMPARE(worked(), std::chrono::milliseconds(10s));
        take(store->beat(run, RunStatus::Running));
        test.clock.time += 5s;
        take(store->beat(run, RunStatus::Running));
        QCOMPARE(stored().status, RunStatus::Running);
        QCOMPARE(stored().pausedFor, std::chrono::milliseconds(50s));
        QVERIFY(!stored().pausedSince);
        QCOMPARE(worked(), std::chrono::milliseconds(15s));
        QCOMPARE(take(test.openQuery()->runs()).front(), stored());
        take(store->beat(run, RunStatus::Paused));
        test.clock.time += 1h;
        take(store->closeRun(run, RunStatus::Stopped, "by the user"));
        QCOMPARE(stored().endedAt, std::optional(test.clock.time));
        QCOMPARE(worked(), std::chrono::milliseconds(15s));
    }

    void clockThatWasSetBackMakesNoTimeOutOfAPause() {
        TestWorkspace test;
        const auto store = test.openStore();
        const RunId run = take(store->createRun(newRun()));
        take(store->beat(run, RunStatus::Paused));
        test.clock.time -= 1h;
        take(store->beat(run, RunStatus::Running));
        const RunSummary summary = take(test.openQuery()->run(run)).summary;
        QCOMPARE(summary.pausedFor, std::chrono::milliseconds(0));
        QCOMPARE(workingTime(summary, test.clock.time), std::chrono::milliseconds(0));
    }

    void lateBeatDoesNotWakeAClosedRun() {
        const TestWorkspace test;
        const auto store = test.openStore();
        const RunId run = take(store->createRun(newRun()));
        take(store->closeRun(run, RunStatus::Interrupted, "the terminal went"));
        take(store->beat(run));
        take(store->beat(run, RunStatus::Paused));
        QCOMPARE(take(test.openQuery()->run(run)).summary.status, RunStatus::Interrupted);
    }

    void nameAndTagsCanBeChanged() {
        const TestWorkspace test;
        const auto store = test.openStore();
        const RunId run = take(store->createRun(newRun()));
        take(store->renameRun(run, "Überriss"));
        take(store->setTags(run, {"one"}));
        const RunSummary summary = take(test.openQuery()->run(run)).summary;
        QCOMPARE(summary.name, std::string("Überriss"));
        QCOMPARE(summary.tags, std::vector<std::string>{"one"});
    }

    void everyWriteToAnUnknownRunSaysSo() {
        const TestWorkspace test;
        const auto store = test.openStore();
        const StepMetrics step = stepNumber(1);
        const std::vector<Result<void>> results{store->addSteps(kNobody, {&step, 1}),
                                                store->addEpoch(kNobody, epochNumber(1, 0.5, true), {}),
                                                store->addSkipped(kNobody, {"a", "b"}),
                                                store->addNote(kNobody, "info", "x"),
                                                store->putCheckpoint(kNobody, {}),
                                                store->addEnvironment(kNobody, {{"a", "b"}}),
                                                store->beat(kNobody),
                                                store->closeRun(kNobody, RunStatus::Finished, ""),
                                                store->renameRun(kNobody, "x"),
                                                store->setTags(kNobody, {}),
                                                store->deleteRun(kNobody)};
        for (const auto& result : results) {
            QVERIFY(!result);
            QCOMPARE(result.error().code, ErrorCode::NotFound);
            QCOMPARE(result.error().subject, std::string("run 99"));
        }
    }

    void deletedRunTakesEverythingWithIt() {
        const TestWorkspace test;
        const auto store = test.openStore();
        const RunId run = take(store->createRun(newRun()));
        const RunId other = take(store->createRun(newRun(2)));
        const StepMetrics step = stepNumber(1);
        for (const RunId each : {run, other}) {
            take(store->addSteps(each, {&step, 1}));
            take(store->addEpoch(each, epochNumber(1, 0.5, true), predictionsOf(3, 0.5)));
            take(store->addNote(each, "info", "x"));
            take(store->addSkipped(each, {"a", "b"}));
            take(store->putCheckpoint(each, {"best", 1, "p", "s", 1}));
        }
        const fs::path folder = test.workspace.checkpoints(newRun().uuid);
        const fs::path otherFolder = test.workspace.checkpoints(newRun(2).uuid);
        for (const fs::path& each : {folder, otherFolder}) {
            fs::create_directories(each);
            take(writeFileAtomically(each / "best.safetensors", std::string_view("weights")));
        }
        take(store->closeRun(run, RunStatus::Finished, ""));
        take(store->deleteRun(run));
        QVERIFY(!fs::exists(folder));
        QVERIFY(fs::exists(otherFolder / "best.safetensors"));
        QCOMPARE(test.openQuery()->run(run).error().code, ErrorCode::NotFound);
        SQLite::Database database(test.workspace.database().string(), SQLite::OPEN_READONLY);
        for (const char* table : {"step", "epoch", "note", "skipped_file", "checkpoint"}) {
            QCOMPARE(database.execAndGet(std::string("SELECT count(*) FROM ") + table).getInt(), 1);
        }
        QCOMPARE(database.execAndGet("SELECT count(*) FROM prediction").getInt(), 3);
        QCOMPARE(database.execAndGet("SELECT count(*) FROM tag").getInt(), 2);
        QCOMPARE(database.execAndGet("SELECT count(*) FROM run_finding").getInt(), 3);
        QCOMPARE(database.execAndGet("SELECT count(*) FROM run_finding_file").getInt(), 3);
        QCOMPARE(database.execAndGet("SELECT count(*) FROM pragma_foreign_key_check").getInt(), 0);
    }

    void livingRunIsNotDeleted_data() {
        QTest::addColumn<int>("status");
        for (const RunStatus status : {RunStatus::Running, RunStatus::Paused}) {
            QTest::newRow(std::string(nameOf(status)).c_str()) << static_cast<int>(status);
        }
    }
    void livingRunIsNotDeleted() {
        QFETCH(int, status);
        const TestWorkspace test;
        const auto store = test.openStore();
        const RunId run = take(store->createRun(newRun()));
        take(store->beat(run, static_cast<RunStatus>(status)));
        const auto deleted = store->deleteRun(run);
        QVERIFY(!deleted);
        QCOMPARE(deleted.error().code, ErrorCode::Busy);
        QVERIFY(take(test.openQuery()->run(run)).summary.id == run);
    }

    void checkpointsThatCannotBeRemovedAreReported() {
        TestWorkspace test;
        const auto store = test.openStore();
        const RunId run = take(store->createRun(newRun()));
        take(store->closeRun(run, RunStatus::Finished, ""));
        const fs::path folder = test.workspace.checkpoints(newRun().uuid);
        fs::create_directories(folder);
        take(writeFileAtomically(folder / "best", std::string_view("weights")));
        fs::permissions(test.workspace.root(), fs::perms(0777));
        for (const auto& entry : fs::directory_iterator(test.workspace.root())) {
            if (entry.is_regular_file()) {
                fs::permissions(entry, fs::perms(0666));
            }
        }
        fs::permissions(folder, fs::perms(0555));
        const Unprivileged user;
        if (!user.isEffective()) {
            QSKIP("permissions cannot be given up here");
        }
        const auto deleted = store->deleteRun(run);
        QVERIFY(!deleted);
        QCOMPARE(deleted.error().code, ErrorCode::Unwritable);
        QCOMPARE(deleted.error().subject, folder.string());
        QCOMPARE(test.openQuery()->run(run).error().code, ErrorCode::NotFound);
    }

    void fileThatIsNoDatabaseIsDamagedAndLeftAlone_data() {
        QTest::addColumn<QByteArray>("content");
        QTest::newRow("a line") << QByteArray("this is not a database\n");
        QTest::newRow("a page") << QByteArray(8192, 'x');
        QTest::newRow("two bytes") << QByteArray("SQ");
    }
    void fileThatIsNoDatabaseIsDamagedAndLeftAlone() {
        QFETCH(QByteArray, content);
        const TestWorkspace test;
        const std::string text = content.toStdString();
        take(writeFileAtomically(test.workspace.database(), text));
        const auto store = RunStore::open(test.workspace, test.clock);
        QVERIFY(!store);
        QCOMPARE(store.error().code, ErrorCode::Damaged);
        QVERIFY(namesDatabase(store.error(), test));
        QCOMPARE(RunQuery::open(test.workspace).error().code, ErrorCode::Damaged);
        QCOMPARE(take(readTextFile(test.workspace.database())), text);
    }

    void databaseCutShortIsDamaged() {
        const TestWorkspace test;
        take(test.openStore()->createRun(newRun()));
        fs::resize_file(test.workspace.database(), 4096);
        const auto store = RunStore::open(test.workspace, test.clock);
        QVERIFY(!store);
        QCOMPARE(store.error().code, ErrorCode::Damaged);
    }

    void readOnlyFolderIsUnwritable() {
        const TestWorkspace test;
        fs::permissions(test.workspace.root(), fs::perms(0555));
        const Unprivileged user;
        if (!user.isEffective()) {
            QSKIP("permissions cannot be given up here");
        }
        const auto store = RunStore::open(test.workspace, test.clock);
        QVERIFY(!store);
        QCOMPARE(store.error().code, ErrorCode::Unwritable);
        QCOMPARE(store.error().subject, test.workspace.lockFile().string());
    }

    void readOnlyFileIsUnwritable() {
        const TestWorkspace test;
        take(test.openStore()->createRun(newRun()));
        fs::permissions(test.workspace.root(), fs::perms(0777));
        fs::permissions(test.workspace.lockFile(), fs::perms(0666));
        fs::permissions(test.workspace.database(), fs::perms(0444));
        const Unprivileged user;
        if (!user.isEffective()) {
            QSKIP("permissions cannot be given up here");
        }
        const auto store = RunStore::open(test.workspace, test.clock);
        QVERIFY(!store);
        QCOMPARE(store.error().code, ErrorCode::Unwritable);
        QVERIFY(namesDatabase(store.error(), test));
    }

    void fullDiskIsReportedAndWhatWasWrittenStays() {
        const TestWorkspace test;
        const auto store = test.openStore();
        const RunId run = take(store->createRun(newRun()));
        take(store->addEpoch(run, epochNumber(1, 0.5, true), predictionsOf(10, 0.5)));
        {
            const FileSizeLimit limit(300'000);
            const auto added = store->addEpoch(run, epochNumber(2, 0.4, true), predictionsOf(20'000, 0.5));
            QVERIFY(!added);
            QCOMPARE(added.error().code, ErrorCode::Unwritable);
            QVERIFY(namesDatabase(added.error(), test));
        }
        QCOMPARE(take(test.openQuery()->run(run)).epochs, (std::vector{epochNumber(1, 0.5, true)}));
        // Space is there again: the same store goes on.
        take(store->addEpoch(run, epochNumber(2, 0.4, true), predictionsOf(20'000, 0.5)));
        QCOMPARE(take(test.openQuery()->predictions(run)).size(), std::size_t(20'000));
    }

    void viewGivesTheDerivedFigures() {
        const TestWorkspace test;
        const auto store = test.openStore();
        const RunId run = take(store->createRun(newRun()));
        const EpochMetrics epoch = epochNumber(1, 0.5, true);
        take(store->addEpoch(run, epoch, {}));
        SQLite::Database database(test.workspace.database().string(), SQLite::OPEN_READONLY);
        SQLite::Statement row(
            database, "SELECT train_accuracy, val_accuracy, precision, recall, f1 FROM epoch_figures");
        QVERIFY(row.executeStep());
        const ConfusionMatrix& validation = epoch.validation->confusion;
        QCOMPARE(row.getColumn(0).getDouble(), epoch.train.confusion.accuracy());
        QCOMPARE(row.getColumn(1).getDouble(), validation.accuracy());
        QCOMPARE(row.getColumn(2).getDouble(), validation.precision());
        QCOMPARE(row.getColumn(3).getDouble(), validation.recall());
        QCOMPARE(row.getColumn(4).getDouble(), validation.f1());
    }

    void closingTheLastStoreMergesTheLog() {
        const TestWorkspace test;
        take(test.openStore()->createRun(newRun()));
        QVERIFY(!fs::exists(test.workspace.database().string() + "-wal"));
    }
};

QTEST_GUILESS_MAIN(tst_RunStore)
#include "tst_RunStore.moc"
