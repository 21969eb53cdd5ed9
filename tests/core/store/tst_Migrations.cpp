#include "core/base/Files.h"
#include "core/store/Migrations.h"
#include "tests/core/store/StoreFixture.h"

#include <QTest>
#include <SQLiteCpp/SQLiteCpp.h>

#include <array>

using namespace fissure;
using namespace fissure::test;
namespace fs = std::filesystem;

namespace {

constexpr const char* kFirst = "PRAGMA application_id = 1179210578; CREATE TABLE a (x INTEGER) STRICT;";
constexpr std::array kOne{Migration{1, "001", kFirst}};
constexpr std::array kThree{Migration{1, "001", kFirst},
                            Migration{2, "002", "CREATE TABLE b (x INTEGER) STRICT;"},
                            Migration{3, "003", "INSERT INTO b VALUES (3);"}};
constexpr std::array kBroken{
    Migration{1, "001", kFirst}, Migration{2, "002", "CREATE TABLE b (x INTEGER) STRICT;"},
    Migration{3, "003", "CREATE TABLE c (x INTEGER) STRICT; INSERT INTO nowhere VALUES (1);"}};

int versionOf(SQLite::Database& database) {
    return database.execAndGet("PRAGMA user_version").getInt();
}

SQLite::Database inMemory() {
    return {":memory:", SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE};
}

void execute(const Workspace& workspace, const char* sql) {
    SQLite::Database(workspace.database().string(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE).exec(sql);
}

} // namespace

class tst_Migrations : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void versionsOfTheSchemaCountFromOneWithoutHoles() {
        int expected = 0;
        for (const Migration& migration : schemaMigrations()) {
            QCOMPARE(migration.version, ++expected);
            QVERIFY(std::string(migration.sql).size() > 10);
        }
        QVERIFY(expected >= 1);
    }

    void newDatabaseGetsTheWholeSchema() {
        SQLite::Database database = inMemory();
        QCOMPARE(take(schemaState(database, "f", kThree)), SchemaState::Empty);
        take(migrate(database, "f", kThree));
        QCOMPARE(versionOf(database), 3);
        QCOMPARE(database.execAndGet("SELECT x FROM b").getInt(), 3);
        QCOMPARE(take(schemaState(database, "f", kThree)), SchemaState::Current);
    }

    void olderDatabaseGetsWhatItLacksAndKeepsItsRows() {
        SQLite::Database database = inMemory();
        take(migrate(database, "f", kOne));
        database.exec("INSERT INTO a VALUES (41)");
        QCOMPARE(take(schemaState(database, "f", kThree)), SchemaState::Older);
        take(migrate(database, "f", kThree));
        QCOMPARE(versionOf(database), 3);
        QCOMPARE(database.execAndGet("SELECT x FROM a").getInt(), 41);
    }

    void migratingTwiceChangesNothing() {
        SQLite::Database database = inMemory();
        take(migrate(database, "f", kThree));
        take(migrate(database, "f", kThree));
        QCOMPARE(database.execAndGet("SELECT count(*) FROM b").getInt(), 1);
    }

    void migrationThatFailsLeavesTheVersionBefore() {
        SQLite::Database database = inMemory();
        QVERIFY_EXCEPTION_THROWN(take(migrate(database, "f", kBroken)), SQLite::Exception);
        QCOMPARE(versionOf(database), 2);
        QVERIFY(database.tableExists("b"));
        QVERIFY(!database.tableExists("c"));
        take(migrate(database, "f", kThree));
        QCOMPARE(versionOf(database), 3);
    }

    void predictionsOfOldSayWhetherTheirIouIsOfTwoDecimals() {
        SQLite::Database database = inMemory();
        take(migrate(database, "f", schemaMigrations().first(1)));
        database.exec(
            "INSERT INTO run (uuid, name, status, started_ms, config, dataset_fingerprint, "
            "evaluation_fingerprint, train_crack, train_no_crack, valid_crack, valid_no_crack) "
            "VALUES ('00000000000000000000000000000001', 'old', 'finished', 0, '{}', '', '', 0, 0, 0, 0);"
            "INSERT INTO proposal (id, file) VALUES (1, 'a'), (2, 'b'), (3, 'c');"
            "INSERT INTO prediction (run, epoch, proposal, probability, iou, label, loss) "
            "VALUES (1, 1, 1, 0.5, 0.35, 1, 0.7), (1, 1, 2, 0.5, 0.351, 1, 0.7), (1, 1, 3, 0.5, 0.5, 0, "
            "0.7)");
        take(migrate(database, "f", schemaMigrations()));
        SQLite::Statement rows(database, "SELECT iou_is_exact FROM prediction ORDER BY proposal");
        for (const int isExact : {0, 1, 0}) {
            QVERIFY(rows.executeStep());
            QCOMPARE(rows.getColumn(0).getInt(), isExact);
        }
    }

    void runsOfOldHaveNoFindings() {
        const TestWorkspace test;
        {
            SQLite::Database database(test.workspace.database().string(),
                                      SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
            take(migrate(database, "f", schemaMigrations().first(2)));
            database.exec("INSERT INTO run (uuid, name, status, started_ms, config, dataset_fingerprint, "
                          "evaluation_fingerprint, train_crack, train_no_crack, valid_crack, valid_no_crack) "
                          "VALUES ('00000000000000000000000000000001', 'old', 'finished', 0, '{}', '', '', "
                          "0, 0, 0, 0)");
        }
        QVERIFY(take(test.openQuery()->run({1})).findings.empty());
        NewRun run = newRun(2);
        const RunId id = take(test.openStore()->createRun(run));
        QCOMPARE(take(test.openQuery()->run(id)).findings, run.findings);
    }

    void newerSchemaIsRefusedByWriterAndReader() {
        const TestWorkspace test;
        take(test.openStore()->createRun(newRun()));
        execute(test.workspace, "PRAGMA user_version = 9");
        const std::string before = take(readTextFile(test.workspace.database()));
        const int known = schemaMigrations().back().version;
        for (const Error& error :
             {RunStore::open(test.workspace, test.clock).error(), RunQuery::open(test.workspace).error()}) {
            QCOMPARE(error.code, ErrorCode::NewerSchema);
            QCOMPARE(error.subject, test.workspace.database().string());
            QCOMPARE(error.cause, "its schema has version 9, and this program knows versions up to " +
                                      std::to_string(known));
            QVERIFY(!error.advice.empty());
        }
        QCOMPARE(take(readTextFile(test.workspace.database())), before);
    }

    void databaseOfAnotherProgramIsRefused() {
        const TestWorkspace test;
        execute(test.workspace, "CREATE TABLE bookmarks (url TEXT)");
        const std::string before = take(readTextFile(test.workspace.database()));
        for (const Error& error :
             {RunStore::open(test.workspace, test.clock).error(), RunQuery::open(test.workspace).error()}) {
            QCOMPARE(error.code, ErrorCode::WrongFormat);
            QCOMPARE(error.subject, test.workspace.database().string());
        }
        QVERIFY(!std::filesystem::exists(test.workspace.lockFile()));
        QCOMPARE(take(readTextFile(test.workspace.database())), before);
    }

    void readerMigratesAnOlderDatabase() {
        const TestWorkspace test;
        execute(test.workspace, "PRAGMA application_id = 1179210578");
        QVERIFY(take(test.openQuery()->runs()).empty());
        SQLite::Database database(test.workspace.database().string(), SQLite::OPEN_READONLY);
        QCOMPARE(versionOf(database), schemaMigrations().back().version);
    }

    void openedDatabaseIsInWalModeAndMarkedAsOurs() {
        const TestWorkspace test;
        const auto store = test.openStore();
        SQLite::Database database(test.workspace.database().string(), SQLite::OPEN_READONLY);
        QCOMPARE(database.execAndGet("PRAGMA journal_mode").getString(), std::string("wal"));
        QCOMPARE(database.execAndGet("PRAGMA application_id").getInt(), 1179210578);
    }
};

QTEST_GUILESS_MAIN(tst_Migrations)
#include "tst_Migrations.moc"
