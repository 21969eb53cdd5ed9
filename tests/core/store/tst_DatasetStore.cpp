#include "core/store/DatasetQuery.h"
#include "core/store/DatasetStore.h"
#include "core/store/Migrations.h"
#include "tests/core/store/StoreFixture.h"

#include <QTest>
#include <SQLiteCpp/SQLiteCpp.h>

#include <algorithm>
#include <string_view>

using namespace fissure;
using namespace fissure::test;

namespace {

std::unique_ptr<DatasetStore> openStore(const TestWorkspace& test) {
    return take(DatasetStore::open(test.workspace, test.clock));
}

std::vector<DatasetRecord> datasetsOf(const TestWorkspace& test) {
    return take(take(DatasetQuery::open(test.workspace))->datasets());
}

NewRun runOn(int number, const std::vector<UsedDataset>& datasets) {
    NewRun run = newRun(number);
    run.datasets = datasets;
    return run;
}

} // namespace

class tst_DatasetStore : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void workspaceWithoutADatabaseListsNothing() {
        const TestWorkspace test;
        QVERIFY(datasetsOf(test).empty());
        QVERIFY(!std::filesystem::exists(test.workspace.database()));
    }

    void listIsByFolderAndKeepsWhenEachWasAdded() {
        TestWorkspace test;
        const auto store = openStore(test);
        const WallTime first = test.clock.now();
        take(store->put("/data/b", "f1"));
        test.clock.time += std::chrono::seconds(5);
        take(store->put("/data/a", ""));
        take(store->put("/data/b", "f2"));
        const std::vector<DatasetRecord> expected{{"/data/a", test.clock.now(), "", {}},
                                                  {"/data/b", first, "f2", {}}};
        QCOMPARE(datasetsOf(test), expected);
    }

    void folderThatWasNotLookedIntoKeepsItsFingerprint() {
        const TestWorkspace test;
        const auto store = openStore(test);
        take(store->put("/data/a", "f1"));
        take(store->put("/data/a", ""));
        QCOMPARE(datasetsOf(test).front().fingerprint, std::string("f1"));
    }

    void forgottenFolderLeavesTheListUntilARunUsesIt() {
        const TestWorkspace test;
        const auto store = openStore(test);
        take(store->put("/data/a", "f1"));
        take(store->put("/data/b", "f2"));
        take(store->forget("/data/a"));
        take(store->forget("/data/never there"));
        QCOMPARE(datasetsOf(test).size(), std::size_t(1));
        const RunId run =
            take(test.openStore()->createRun(runOn(1, {{DatasetRole::Train, "/data/a", "f3"}})));
        const auto datasets = datasetsOf(test);
        QCOMPARE(datasets.size(), std::size_t(2));
        QCOMPARE(datasets.front().fingerprint, std::string("f3"));
        QCOMPARE(datasets.front().uses, (std::vector<DatasetUse>{{run, DatasetRole::Train, "f3"}}));
    }

    void runsAreFoundByFolderAndByFingerprint() {
        const TestWorkspace test;
        const auto runs = test.openStore();
        const RunId first = take(runs->createRun(
            runOn(1, {{DatasetRole::Train, "/data/train", "t"}, {DatasetRole::Valid, "/data/valid", "v"}})));
        const RunId second =
            take(runs->createRun(runOn(2, {{DatasetRole::Train, "/data/train", "changed"}})));
        const RunId moved = take(runs->createRun(runOn(3, {{DatasetRole::Train, "/old/valid", "v"}})));
        take(runs->createRun(runOn(4, {})));
        const auto datasets = datasetsOf(test);
        const auto usesOf = [&](const std::string& folder) {
            return std::ranges::find(datasets, folder, &DatasetRecord::folder)->uses;
        };
        QCOMPARE(datasets.size(), std::size_t(3));
        QCOMPARE(usesOf("/data/train"), (std::vector<DatasetUse>{{second, DatasetRole::Train, "changed"},
                                                                 {first, DatasetRole::Train, "t"}}));
        const std::vector<DatasetUse> ofValid{{moved, DatasetRole::Train, "v"},
                                              {first, DatasetRole::Valid, "v"}};
        QCOMPARE(usesOf("/data/valid"), ofValid);
        QCOMPARE(usesOf("/old/valid"), ofValid);
    }

    void unknownFingerprintsAreNotTakenForTheSame() {
        const TestWorkspace test;
        const auto store = openStore(test);
        take(store->put("/data/a", ""));
        take(test.openStore()->createRun(runOn(1, {{DatasetRole::Train, "/data/b", ""}})));
        QVERIFY(datasetsOf(test).front().uses.empty());
    }

    void runThatUsesAFolderForBothIsCountedOnce() {
        const TestWorkspace test;
        const RunId run = take(test.openStore()->createRun(
            runOn(1, {{DatasetRole::Train, "/data/a", "f"}, {DatasetRole::Valid, "/data/a", "f"}})));
        const auto uses = datasetsOf(test).front().uses;
        QCOMPARE(uses.size(), std::size_t(2));
        QCOMPARE(runsOf(uses), std::vector<RunId>{run});
    }

    void deletedRunIsNoUse() {
        const TestWorkspace test;
        const auto runs = test.openStore();
        const RunId run = take(runs->createRun(runOn(1, {{DatasetRole::Train, "/data/a", "f"}})));
        take(runs->closeRun(run, RunStatus::Finished, ""));
        take(runs->deleteRun(run));
        QCOMPARE(datasetsOf(test).size(), std::size_t(1));
        QVERIFY(datasetsOf(test).front().uses.empty());
    }

    void databaseOfBeforeListsTheFoldersOfItsRuns() {
        const auto migrations = schemaMigrations();
        const auto added = std::ranges::find_if(migrations, [](const Migration& migration) {
            return std::string_view(migration.name).ends_with("datasets.sql");
        });
        QVERIFY(added != migrations.end());
        SQLite::Database database(":memory:", SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
        const auto before = static_cast<std::size_t>(added - migrations.begin());
        take(migrate(database, "f", migrations.first(before)));
        const auto addRun = [&](int number, const std::string& train, const std::string& valid) {
            SQLite::Statement insert(
                database, "INSERT INTO run (uuid, name, status, started_ms, config, dataset_fingerprint, "
                          "evaluation_fingerprint, train_crack, train_no_crack, valid_crack, valid_no_crack) "
                          "VALUES (printf('%032d', ?1), 'n', 'finished', ?1, json_object('train_dir', ?2, "
                          "'valid_dir', ?3), '', '', 0, 0, 0, 0)");
            insert.bind(1, number);
            insert.bind(2, train);
            insert.bind(3, valid);
            insert.exec();
        };
        addRun(7, "/data/train/", "/data/valid");
        addRun(8, "/data/train", "");
        take(migrate(database, "f", migrations));
        QCOMPARE(
            database.execAndGet("SELECT group_concat(folder || ' ' || added_ms) FROM dataset").getString(),
            std::string("/data/train 7,/data/valid 7"));
        QCOMPARE(database
                     .execAndGet("SELECT group_concat(run || role || folder) FROM (SELECT * FROM dataset_use "
                                 "ORDER BY run, role)")
                     .getString(),
                 std::string("1train/data/train,1valid/data/valid,2train/data/train"));
    }

    void rolesAreStoredByName() {
        QCOMPARE(fromName<DatasetRole>("train"), std::optional(DatasetRole::Train));
        QCOMPARE(fromName<DatasetRole>(nameOf(DatasetRole::Valid)), std::optional(DatasetRole::Valid));
        QCOMPARE(fromName<DatasetRole>("test"), std::nullopt);
    }
};

QTEST_GUILESS_MAIN(tst_DatasetStore)
#include "tst_DatasetStore.moc"
