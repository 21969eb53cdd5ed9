#include "core/store/RunQuery.h"
#include "tests/core/store/StoreFixture.h"
#include "tests/support/Unprivileged.h"

#include <QTest>
#include <SQLiteCpp/Database.h>

#include <algorithm>

using namespace fissure;
using namespace fissure::test;
namespace fs = std::filesystem;

namespace {

/// Makes the workspace one that nobody may write to.
void makeReadOnly(const Workspace& workspace) {
    for (const auto& entry : fs::directory_iterator(workspace.root())) {
        fs::permissions(entry, fs::perms(0444));
    }
    fs::permissions(workspace.root(), fs::perms(0555));
}

} // namespace

class tst_RunQuery : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void workspaceWithoutDatabaseHasNoRuns() {
        const TestWorkspace test;
        const auto query = test.openQuery();
        QVERIFY(take(query->runs()).empty());
        QCOMPARE(take(query->changeCounter()), std::int64_t(0));
        QCOMPARE(query->resolve("last").error().code, ErrorCode::NotFound);
        QCOMPARE(query->run({1}).error().code, ErrorCode::NotFound);
        QCOMPARE(query->steps({1}).error().code, ErrorCode::NotFound);
        QCOMPARE(query->predictions({1}).error().code, ErrorCode::NotFound);
        QVERIFY(!fs::exists(test.workspace.database()));
    }

    void emptyFileReadsAsNoRuns() {
        const TestWorkspace test;
        SQLite::Database(test.workspace.database().string(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE)
            .exec("PRAGMA user_version = 0");
        QVERIFY(take(test.openQuery()->runs()).empty());
    }

    void readerOpenedBeforeTheFirstWriterSeesItsRuns() {
        const TestWorkspace test;
        const auto query = test.openQuery();
        const std::int64_t before = take(query->changeCounter());
        const auto store = test.openStore();
        take(store->createRun(newRun()));
        QVERIFY(take(query->changeCounter()) != before);
        QCOMPARE(take(query->runs()).size(), std::size_t(1));
    }

    void changeCounterMovesWithEveryCommitOfOthersOnly() {
        const TestWorkspace test;
        const auto store = test.openStore();
        const RunId run = take(store->createRun(newRun()));
        const auto query = test.openQuery();
        std::int64_t counter = take(query->changeCounter());
        QCOMPARE(take(query->changeCounter()), counter);
        take(query->runs());
        QCOMPARE(take(query->changeCounter()), counter);
        for (int i = 1; i < 4; ++i) {
            const StepMetrics step = stepNumber(i);
            take(store->addSteps(run, {&step, 1}));
            QVERIFY(take(query->changeCounter()) != counter);
            counter = take(query->changeCounter());
        }
    }

    void listIsNewestFirstWithBestEpochAndLosses() {
        const TestWorkspace test;
        const auto store = test.openStore();
        const RunId first = take(store->createRun(newRun(1)));
        const RunId second = take(store->createRun(newRun(2)));
        const RunId third = take(store->createRun(newRun(3)));
        take(store->addEpoch(first, epochNumber(1, 0.9, true), {}));
        take(store->addEpoch(first, epochNumber(2, 0.5, true), {}));
        take(store->addEpoch(first, epochNumber(3, 0.7, false), {}));
        EpochMetrics withoutValidation = epochNumber(1, 0, true);
        withoutValidation.validation.reset();
        take(store->addEpoch(second, withoutValidation, {}));
        const auto runs = take(test.openQuery()->runs());
        QCOMPARE(runs.size(), std::size_t(3));
        QCOMPARE(runs[0].id, third);
        QVERIFY(!runs[0].best && runs[0].validationLosses.empty());
        QCOMPARE(runs[1].best, std::optional(withoutValidation));
        QCOMPARE(runs[1].epochs, 1);
        QVERIFY(runs[1].validationLosses.empty());
        QCOMPARE(runs[2].best, std::optional(epochNumber(2, 0.5, true)));
        QCOMPARE(runs[2].epochs, 3);
        QCOMPARE(runs[2].validationLosses, (std::vector{0.9, 0.5, 0.7}));
        QCOMPARE(runs[2].tags, newRun().tags);
        QCOMPARE(runs[2].config, newRun().config);
    }

    void listAndSingleRunAgree() {
        const TestWorkspace test;
        const auto store = test.openStore();
        const RunId run = take(store->createRun(newRun()));
        take(store->addEpoch(run, epochNumber(1, 0.9, true), {}));
        take(store->closeRun(run, RunStatus::Failed, "out of memory"));
        const auto query = test.openQuery();
        const RunSummary listed = take(query->runs()).at(0);
        const RunSummary single = take(query->run(run)).summary;
        QCOMPARE(listed.id, single.id);
        QCOMPARE(listed.uuid, single.uuid);
        QCOMPARE(listed.name, single.name);
        QCOMPARE(listed.tags, single.tags);
        QCOMPARE(listed.status, single.status);
        QCOMPARE(listed.statusReason, single.statusReason);
        QCOMPARE(listed.startedAt, single.startedAt);
        QCOMPARE(listed.endedAt, single.endedAt);
        QCOMPARE(listed.config, single.config);
        QCOMPARE(listed.epochs, single.epochs);
        QCOMPARE(listed.best, single.best);
        QCOMPARE(listed.validationLosses, single.validationLosses);
    }

    void predictionsAreThoseOfTheBestEpochInOrderOfFile() {
        const TestWorkspace test;
        const auto store = test.openStore();
        const RunId run = take(store->createRun(newRun()));
        std::vector<Prediction> reversed = predictionsOf(20, 0.3);
        std::reverse(reversed.begin(), reversed.end());
        take(store->addEpoch(run, epochNumber(1, 0.9, true), predictionsOf(20, 0.1)));
        take(store->addEpoch(run, epochNumber(2, 0.8, true), reversed));
        take(store->addEpoch(run, epochNumber(3, 0.9, false), predictionsOf(20, 0.7)));
        QCOMPARE(take(test.openQuery()->predictions(run)), predictionsOf(20, 0.3));
    }

    void predictionsAreEmptyBeforeTheFirstEpochIsOver() {
        const TestWorkspace test;
        const RunId run = take(test.openStore()->createRun(newRun()));
        QVERIFY(take(test.openQuery()->predictions(run)).empty());
    }

    void unknownRunIsNotFound() {
        const TestWorkspace test;
        take(test.openStore()->createRun(newRun()));
        const auto query = test.openQuery();
        for (const Error& error :
             {query->run({7}).error(), query->steps({7}).error(), query->predictions({7}).error()}) {
            QCOMPARE(error.code, ErrorCode::NotFound);
            QCOMPARE(error.subject, std::string("run 7"));
        }
    }

    void runIsFoundByNumberUuidPrefixAndLast() {
        const TestWorkspace test;
        const auto store = test.openStore();
        NewRun run = newRun();
        run.uuid = "0123456789abcdef0123456789abcdef";
        const RunId first = take(store->createRun(run));
        run.uuid = "fedc456789abcdef0123456789abcdef";
        const RunId second = take(store->createRun(run));
        const auto query = test.openQuery();
        QCOMPARE(take(query->resolve("1")), first);
        QCOMPARE(take(query->resolve("0123")), first);
        QCOMPARE(take(query->resolve("FEDC45")), second);
        QCOMPARE(take(query->resolve(run.uuid)), second);
        QCOMPARE(take(query->resolve("last")), second);
    }

    void whatNamesNoRunIsNotFound_data() {
        QTest::addColumn<QString>("text");
        for (const char* text : {"", "0", "-1", "9", "abc", "fff0", "1x", "LAST", "last ", "%",
                                 "99999999999999999999", "abcd' OR 1=1 --"}) {
            QTest::newRow(text) << QString::fromUtf8(text);
        }
    }
    void whatNamesNoRunIsNotFound() {
        QFETCH(QString, text);
        const TestWorkspace test;
        take(test.openStore()->createRun(newRun()));
        const auto found = test.openQuery()->resolve(text.toStdString());
        QVERIFY(!found);
        QCOMPARE(found.error().code, ErrorCode::NotFound);
    }

    void ambiguousUuidPrefixIsSaidSo() {
        const TestWorkspace test;
        const auto store = test.openStore();
        take(store->createRun(newRun(1)));
        take(store->createRun(newRun(2)));
        const auto found = test.openQuery()->resolve("abcd0");
        QVERIFY(!found);
        QCOMPARE(found.error().code, ErrorCode::NotFound);
        QCOMPARE(found.error().message(),
                 std::string("abcd0: more than one run's uuid starts so: 1, 2. Give more digits, "
                             "or the run's number."));
    }

    void configurationOfAnotherVersionIsReadAsFarAsItIsKnown() {
        const TestWorkspace test;
        const RunId run = take(test.openStore()->createRun(newRun()));
        SQLite::Database(test.workspace.database().string(), SQLite::OPEN_READWRITE)
            .exec(R"(UPDATE run SET config = '{"epochs": 77, "warmup": 3, "backbone": "vit"}')");
        const RunConfig config = take(test.openQuery()->run(run)).summary.config;
        QCOMPARE(config.epochs, std::int64_t(77));
        QCOMPARE(config.backbone, RunConfig{}.backbone);
    }

    void readOnlyFolderIsReadToo() {
        const TestWorkspace test;
        const RunId run = take(test.openStore()->createRun(newRun()));
        QVERIFY(!fs::exists(test.workspace.database().string() + "-shm"));
        makeReadOnly(test.workspace);
        const Unprivileged user;
        if (!user.isEffective()) {
            QSKIP("permissions cannot be given up here");
        }
        QCOMPARE(take(test.openQuery()->runs()).at(0).id, run);
        QVERIFY(!fs::exists(test.workspace.database().string() + "-shm"));
    }

    void readOnlyFolderWithOddCharactersIsReadToo() {
        const TestWorkspace test;
        const Workspace odd = take(Workspace::open(test.workspace.root() / "100% #1? ü"));
        const RunId run = take(take(RunStore::open(odd, test.clock))->createRun(newRun()));
        makeReadOnly(odd);
        const Unprivileged user;
        if (!user.isEffective()) {
            QSKIP("permissions cannot be given up here");
        }
        QCOMPARE(take(take(RunQuery::open(odd))->runs()).at(0).id, run);
    }

    void readOnlyFolderWithUnmergedChangesIsRefusedWithAWayOut() {
        const TestWorkspace test;
        const Workspace copy = take(Workspace::open(test.workspace.root() / "copy"));
        {
            const auto store = test.openStore();
            take(store->createRun(newRun()));
            for (const char* ending : {"", "-wal"}) {
                fs::copy_file(test.workspace.database().string() + ending, copy.database().string() + ending);
            }
        }
        makeReadOnly(copy);
        const Unprivileged user;
        if (!user.isEffective()) {
            QSKIP("permissions cannot be given up here");
        }
        const auto query = RunQuery::open(copy);
        QVERIFY(!query);
        QCOMPARE(query.error().code, ErrorCode::Unreadable);
        QVERIFY(!query.error().advice.empty());
    }

    void copyMadeWhileARunWritesIsWhole() {
        const TestWorkspace test;
        const Workspace copy = take(Workspace::open(test.workspace.root() / "copy"));
        const auto store = test.openStore();
        const RunId run = take(store->createRun(newRun()));
        for (const char* ending : {"", "-wal"}) {
            fs::copy_file(test.workspace.database().string() + ending, copy.database().string() + ending);
        }
        QCOMPARE(take(take(RunQuery::open(copy))->runs()).at(0).id, run);
    }

    void unreadableFileIsSaidSo() {
        const TestWorkspace test;
        take(test.openStore()->createRun(newRun()));
        fs::permissions(test.workspace.database(), fs::perms(0));
        const Unprivileged user;
        if (!user.isEffective()) {
            QSKIP("permissions cannot be given up here");
        }
        const auto query = RunQuery::open(test.workspace);
        QVERIFY(!query);
        QCOMPARE(query.error().code, ErrorCode::Unreadable);
        QCOMPARE(query.error().subject, test.workspace.database().string());
    }

    void readerNeverWrites() {
        const TestWorkspace test;
        const auto store = test.openStore();
        const RunId run = take(store->createRun(newRun()));
        take(store->addEpoch(run, epochNumber(1, 0.5, true), predictionsOf(2000, 0.5)));
        const auto log = fs::file_size(test.workspace.database().string() + "-wal");
        QVERIFY(log > 0);
        for (int i = 0; i < 3; ++i) {
            take(test.openQuery()->predictions(run));
        }
        QCOMPARE(fs::file_size(test.workspace.database().string() + "-wal"), log);
    }
};

QTEST_GUILESS_MAIN(tst_RunQuery)
#include "tst_RunQuery.moc"
