#include "core/store/RunStore.h"
#include "tests/ui/support/FakeSession.h"
#include "ui/run/RunLibrary.h"

#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <limits>

namespace fissure::ui {

class tst_RunLibrary : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() {
        m_folder = std::make_unique<QTemporaryDir>();
        m_workspace = *Workspace::open(m_folder->path().toStdString());
    }

    void workspaceWithoutADatabaseHasNoRunsAndGetsNoDatabase() {
        RunLibrary library(*m_workspace, m_clock);
        QSignalSpy changed(&library, &RunLibrary::runsChanged);
        QTRY_COMPARE(changed.count(), 1);
        QVERIFY(library.runs().empty());
        QVERIFY(!std::filesystem::exists(m_workspace->database()));
    }

    void runOfAnotherWriterAppears() {
        RunLibrary library(*m_workspace, m_clock);
        QSignalSpy changed(&library, &RunLibrary::runsChanged);
        QTRY_COMPARE(changed.count(), 1);
        const RunId run = makeRun("from elsewhere");
        QTRY_VERIFY(library.find(run) != nullptr);
        QCOMPARE(library.find(run)->name, std::string("from elsewhere"));
        QVERIFY(library.find(RunId{9999}) == nullptr);
    }

    void commitsThatChangeNoSummaryAreNotTold() {
        const auto store = *RunStore::open(*m_workspace, m_clock);
        const RunId run = *store->createRun(newRun("live"));
        RunLibrary library(*m_workspace, m_clock);
        QSignalSpy changed(&library, &RunLibrary::runsChanged);
        QSignalSpy answered(&library, &RunLibrary::stepsLoaded);
        QTRY_COMPARE(changed.count(), 1);
        QVERIFY(store->addSteps(run, std::vector<StepMetrics>{test::stepOf(1, 1, 2)}).has_value());
        library.refresh();
        library.loadSteps(run); // its answer comes after that of the refresh
        QTRY_COMPARE(answered.count(), 1);
        QCOMPARE(changed.count(), 1);
        QVERIFY(store->addEpoch(run, test::epochOf(1), {}).has_value());
        library.refresh();
        QTRY_COMPARE(changed.count(), 2);
        QCOMPARE(library.find(run)->epochs, 1);
    }

    void divergedRunEqualsItself() {
        RunSummary run;
        run.id = RunId{1};
        run.best = test::epochOf(1);
        run.best->validation->loss = std::numeric_limits<double>::quiet_NaN();
        run.validationLosses = {run.best->validation->loss};
        RunSummary other = run;
        QVERIFY(isSame(run, other));
        other.validationLosses.front() = 0.5;
        QVERIFY(!isSame(run, other));
        other = run;
        other.name = "renamed";
        QVERIFY(!isSame(run, other));
    }

    void requestsAreAnsweredByTheirNumber() {
        const RunId first = makeRun("first");
        const RunId second = makeRun("second");
        RunLibrary library(*m_workspace, m_clock);
        QSignalSpy runs(&library, &RunLibrary::runLoaded);
        QSignalSpy steps(&library, &RunLibrary::stepsLoaded);
        QSignalSpy predictions(&library, &RunLibrary::predictionsLoaded);
        const quint64 one = library.loadRun(first);
        const quint64 two = library.loadRun(second);
        const quint64 three = library.loadSteps(first);
        const quint64 four = library.loadPredictions(first);
        QVERIFY(one > 0 && one < two && two < three && three < four);
        QTRY_COMPARE(predictions.count(), 1);
        QCOMPARE(runs.count(), 2);
        QCOMPARE(runs[0][0].toULongLong(), one);
        QCOMPARE(runs[0][1].value<RunRecord>().summary.name, std::string("first"));
        QCOMPARE(runs[1][0].toULongLong(), two);
        QCOMPARE(runs[1][1].value<RunRecord>().summary.name, std::string("second"));
        QCOMPARE(steps[0][2].value<std::vector<StepMetrics>>().size(), std::size_t(2));
        QCOMPARE(predictions[0][0].toULongLong(), four);
        QCOMPARE(predictions[0][2].value<std::vector<Prediction>>().size(), std::size_t(4));
    }

    void predictionsAreThoseOfTheEpochAskedFor() {
        const RunId run = makeRun("first");
        RunLibrary library(*m_workspace, m_clock);
        QSignalSpy predictions(&library, &RunLibrary::predictionsLoaded);
        library.loadPredictions(run, 1);
        library.loadPredictions(run, 99);
        QTRY_COMPARE(predictions.count(), 2);
        QCOMPARE(predictions[0][2].value<std::vector<Prediction>>().size(), std::size_t(4));
        QVERIFY(predictions[1][2].value<std::vector<Prediction>>().empty());
    }

    void runThatDoesNotExistFailsWithItsNumber() {
        makeRun("only");
        RunLibrary library(*m_workspace, m_clock);
        QSignalSpy failed(&library, &RunLibrary::failed);
        const quint64 request = library.loadRun(RunId{77});
        QTRY_COMPARE(failed.count(), 1);
        QCOMPARE(failed[0][0].toULongLong(), request);
        QCOMPARE(failed[0][1].value<Error>().code, ErrorCode::NotFound);
    }

    void renamedTaggedAndDeletedRunsShow() {
        const RunId run = makeRun("old name");
        RunLibrary library(*m_workspace, m_clock);
        QTRY_VERIFY(library.find(run) != nullptr);
        QSignalSpy written(&library, &RunLibrary::written);
        const quint64 rename = library.renameRun(run, "new name");
        library.setTags(run, {"keep"});
        QTRY_COMPARE(library.find(run)->tags, std::vector<std::string>{"keep"});
        QCOMPARE(library.find(run)->name, std::string("new name"));
        QCOMPARE(written.count(), 2);
        QCOMPARE(written[0][0].toULongLong(), rename);
        library.deleteRun(run);
        QTRY_VERIFY(library.find(run) == nullptr);
    }

    void marksAreWrittenReadAndAnnounced() {
        makeRun("only");
        RunLibrary library(*m_workspace, m_clock);
        QSignalSpy changed(&library, &RunLibrary::storeChanged);
        QSignalSpy loaded(&library, &RunLibrary::marksLoaded);
        QSignalSpy written(&library, &RunLibrary::written);
        QTRY_VERIFY(!changed.isEmpty());
        changed.clear();
        const quint64 write = library.setMark("/v", "a.jpg", Mark::Unclear);
        QTRY_VERIFY(!changed.isEmpty());
        QCOMPARE(written.count(), 1);
        QCOMPARE(written[0][0].toULongLong(), write);
        const quint64 read = library.loadMarks("/v");
        QTRY_COMPARE(loaded.count(), 1);
        QCOMPARE(loaded[0][0].toULongLong(), read);
        QCOMPARE(loaded[0][1].value<Marks>(), (Marks{{"a.jpg", Mark::Unclear}}));
        changed.clear();
        const auto other = *RunStore::open(*m_workspace, m_clock);
        QVERIFY(other->setMark("/v", "b.jpg", Mark::WrongLabel).has_value());
        QTRY_VERIFY(!changed.isEmpty());
    }

    void listIsReadAgainWhenTheDatabaseIsMended() {
        damageDatabase();
        RunLibrary library(*m_workspace, m_clock);
        QSignalSpy recovered(&library, &RunLibrary::recovered);
        QTRY_VERIFY(library.lookError().has_value());
        QCOMPARE(library.lookError()->code, ErrorCode::Damaged);
        QVERIFY(recovered.isEmpty());
        QVERIFY(std::filesystem::remove(m_workspace->database()));
        const RunId run = makeRun("mended");
        library.refresh();
        QTRY_VERIFY(library.find(run) != nullptr);
        QVERIFY(!library.lookError());
        QVERIFY(!recovered.isEmpty());
    }

    void damagedDatabaseIsToldOnce() {
        damageDatabase();
        RunLibrary library(*m_workspace, m_clock);
        QSignalSpy failed(&library, &RunLibrary::failed);
        const quint64 request = library.loadRun(RunId{1});
        QTRY_VERIFY(!failed.isEmpty() && failed.back()[0].toULongLong() == request);
        library.refresh();
        const quint64 last = library.loadRun(RunId{1});
        QTRY_COMPARE(failed.back()[0].toULongLong(), last);
        const auto regular = std::ranges::count_if(
            failed, [](const QList<QVariant>& call) { return call[0].toULongLong() == 0; });
        // Once by the reader of the list and once by the sweep, however often they try.
        QCOMPARE(regular, 2);
        QCOMPARE(failed[0][1].value<Error>().code, ErrorCode::Damaged);
    }

    void libraryCanGoWhileRequestsWait() {
        makeRun("only");
        for (int round = 0; round < 20; ++round) {
            RunLibrary library(*m_workspace, m_clock);
            library.loadSteps(RunId{1});
            library.loadPredictions(RunId{1});
        }
        QCoreApplication::processEvents();
    }

private:
    void damageDatabase() const {
        QFile file(QString::fromStdString(m_workspace->database().string()));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(QByteArray(8192, 'x'));
    }

    NewRun newRun(const std::string& name) {
        NewRun run;
        run.uuid = QString::number(m_runs++).rightJustified(32, QLatin1Char('0')).toStdString();
        run.name = name;
        return run;
    }

    /// A finished run of one epoch with two steps and four predictions.
    RunId makeRun(const std::string& name) {
        auto store = RunStore::open(*m_workspace, m_clock);
        const RunId id = (*store)->createRun(newRun(name)).value();
        const std::vector<StepMetrics> steps{test::stepOf(1, 1, 2), test::stepOf(1, 2, 2)};
        const std::vector<Prediction> predictions = test::predictionsOf(4);
        if (!(*store)->addSteps(id, steps) || !(*store)->addEpoch(id, test::epochOf(1), predictions) ||
            !(*store)->closeRun(id, RunStatus::Finished, "all epochs are done")) {
            qFatal("the store refused a run");
        }
        return id;
    }

    SystemClock m_clock;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::optional<Workspace> m_workspace;
    int m_runs = 0;
};

} // namespace fissure::ui

QTEST_GUILESS_MAIN(fissure::ui::tst_RunLibrary)

#include "tst_RunLibrary.moc"
