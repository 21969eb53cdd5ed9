#include "core/store/MarkFolder.h"
#include "tests/core/store/StoreFixture.h"

#include <QTest>

using namespace fissure;
using namespace fissure::test;
namespace fs = std::filesystem;

class tst_Marks : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void workspaceWithoutDatabaseHasNoMarks() {
        const TestWorkspace test;
        QVERIFY(take(test.openQuery()->marks("/data/valid")).empty());
        QVERIFY(!fs::exists(test.workspace.database()));
    }

    void everyMarkIsKept() {
        const TestWorkspace test;
        const auto store = test.openStore();
        Marks expected;
        for (const Mark mark : kMarks) {
            const std::string file = std::string(nameOf(mark)) + ".jpg";
            take(store->setMark("/data/valid", file, mark));
            expected.emplace(file, mark);
        }
        QCOMPARE(take(test.openQuery()->marks("/data/valid")), expected);
    }

    void cropOfTheSameNameInAnotherFolderIsAnotherOne() {
        const TestWorkspace test;
        const auto store = test.openStore();
        take(store->setMark("/data/valid", "a.jpg", Mark::Unclear));
        take(store->setMark("/data/test", "a.jpg", Mark::WrongLabel));
        const auto query = test.openQuery();
        QCOMPARE(take(query->marks("/data/valid")), (Marks{{"a.jpg", Mark::Unclear}}));
        QCOMPARE(take(query->marks("/data/test")), (Marks{{"a.jpg", Mark::WrongLabel}}));
        QVERIFY(take(query->marks("/data")).empty());
    }

    void markIsReplacedAndTakenAway() {
        const TestWorkspace test;
        const auto store = test.openStore();
        const auto query = test.openQuery();
        take(store->setMark("/v", "a.jpg", Mark::Unclear));
        take(store->setMark("/v", "a.jpg", Mark::WrongLabel));
        QCOMPARE(take(query->marks("/v")), (Marks{{"a.jpg", Mark::WrongLabel}}));
        take(store->setMark("/v", "a.jpg", std::nullopt));
        QVERIFY(take(query->marks("/v")).empty());
        take(store->setMark("/v", "never.jpg", std::nullopt));
    }

    void slashAtTheEndIsTheSameFolder() {
        QCOMPARE(markFolder("/data/valid/"), std::string("/data/valid"));
        QCOMPARE(markFolder("/data/./test/../valid"), std::string("/data/valid"));
        QCOMPARE(markFolder("/"), std::string("/"));
        QCOMPARE(markFolder(""), std::string());
        const TestWorkspace test;
        take(test.openStore()->setMark("/data/valid/", "a.jpg", Mark::Unclear));
        QCOMPARE(take(test.openQuery()->marks("/data/valid")).size(), std::size_t(1));
    }

    void markOutlivesTheRunsAndMeetsTheNextOne() {
        const TestWorkspace test;
        const auto store = test.openStore();
        const RunId run = take(store->createRun(newRun()));
        const auto predictions = predictionsOf(3, 0.5);
        take(store->addEpoch(run, epochNumber(1, 0.5, true), predictions));
        take(store->setMark("/data/valid", predictions[1].file, Mark::OfInterest));
        take(store->closeRun(run, RunStatus::Finished, ""));
        take(store->deleteRun(run));
        const RunId next = take(store->createRun(newRun(2)));
        take(store->addEpoch(next, epochNumber(1, 0.5, true), predictions));
        const auto query = test.openQuery();
        QCOMPARE(take(query->predictions(next)), predictions);
        QCOMPARE(take(query->marks("/data/valid")), (Marks{{predictions[1].file, Mark::OfInterest}}));
    }

    void cropThatWasMarkedFirstCanBePredictedLater() {
        const TestWorkspace test;
        const auto predictions = predictionsOf(2, 0.5);
        take(test.openStore()->setMark("/v", predictions[0].file, Mark::Unclear));
        const auto store = test.openStore();
        const RunId run = take(store->createRun(newRun()));
        take(store->addEpoch(run, epochNumber(1, 0.5, true), predictions));
        QCOMPARE(take(test.openQuery()->predictions(run)), predictions);
    }

    void readerSeesTheMarksOfAnotherWriter() {
        const TestWorkspace test;
        const auto store = test.openStore();
        const auto query = test.openQuery();
        const std::int64_t before = take(query->changeCounter());
        take(store->setMark("/v", "a.jpg", Mark::Unclear));
        QVERIFY(take(query->changeCounter()) != before);
        QCOMPARE(take(query->marks("/v")).size(), std::size_t(1));
    }

    void markThatDoesNotGetItsTurnInTimeIsBusy() {
        const TestWorkspace test;
        const auto store = take(RunStore::open(test.workspace, test.clock, std::chrono::milliseconds(1)));
        {
            WorkspaceLock other(test.workspace.lockFile());
            const auto held = take(other.acquire());
            QCOMPARE(store->setMark("/v", "a.jpg", Mark::Unclear).error().code, ErrorCode::Busy);
        }
        QVERIFY(take(test.openQuery()->marks("/v")).empty());
    }
};

QTEST_GUILESS_MAIN(tst_Marks)
#include "tst_Marks.moc"
