#include "tests/ui/runs/SampleRuns.h"
#include "ui/runs/RunTableModel.h"

#include <QAbstractItemModelTester>
#include <QLocale>
#include <QSet>
#include <QSignalSpy>
#include <QTest>

#include <cmath>

using namespace fissure;
using namespace fissure::ui;
using test::sampleSummary;

namespace {

QString textOf(const RunTableModel& model, int row, RunColumn column) {
    return model.index(row, static_cast<int>(column))
        .data()
        .toString()
        .replace(QChar(QChar::Nbsp), QLatin1Char(' '));
}

std::vector<std::int64_t> idsOf(const RunTableModel& model) {
    std::vector<std::int64_t> ids;
    for (int row = 0; row < model.rowCount(); ++row) {
        ids.push_back(model.runAt(row).id.value);
    }
    return ids;
}

} // namespace

class tst_RunTableModel : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates)); }

    void everyChangeOfRunsIsAValidChangeOfRows() {
        RunTableModel model;
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        const RunSummary a = sampleSummary(1, "a");
        const RunSummary b = sampleSummary(2, "b");
        const RunSummary c = sampleSummary(3, "c");
        const RunSummary d = sampleSummary(4, "d", 0);
        for (const std::vector<RunSummary>& runs : std::vector<std::vector<RunSummary>>{
                 {}, {a}, {b, a}, {d, c, b, a}, {d, b}, {c, a}, {a, c, d}, {d, c, a, b}, {}, {b}}) {
            model.setRuns(runs, {});
            std::vector<std::int64_t> expected;
            for (const RunSummary& run : runs) {
                expected.push_back(run.id.value);
            }
            QCOMPARE(idsOf(model), expected);
        }
    }

    void rowsThatStayAreNotResetSoThatASelectionLives() {
        RunTableModel model;
        model.setRuns({sampleSummary(2, "b"), sampleSummary(1, "a")}, {});
        const QPersistentModelIndex kept = model.index(1, 0);
        QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
        model.setRuns({sampleSummary(3, "c"), sampleSummary(2, "b"), sampleSummary(1, "a, renamed")}, {});
        QVERIFY(reset.isEmpty());
        QCOMPARE(kept.row(), 2);
        QCOMPARE(textOf(model, 2, RunColumn::Name), QStringLiteral("a, renamed"));
    }

    void figuresAreThoseOfTheBestEpoch() {
        RunTableModel model;
        model.setRuns({sampleSummary(41, "weighted 1:2", 4)}, {});
        QCOMPARE(textOf(model, 0, RunColumn::Number), QStringLiteral("41"));
        QCOMPARE(textOf(model, 0, RunColumn::Status), QStringLiteral("Finished"));
        QCOMPARE(textOf(model, 0, RunColumn::ValidationLoss), QStringLiteral("0.2500"));
        QCOMPARE(textOf(model, 0, RunColumn::ValidationAccuracy), QStringLiteral("82.5 %"));
        QCOMPARE(textOf(model, 0, RunColumn::Precision), QStringLiteral("75.8 %"));
        QCOMPARE(textOf(model, 0, RunColumn::Recall), QStringLiteral("80.6 %"));
        QCOMPARE(textOf(model, 0, RunColumn::F1), QStringLiteral("78.1 %"));
        QCOMPARE(textOf(model, 0, RunColumn::Duration), QStringLiteral("6 h 50 min"));
        QCOMPARE(textOf(model, 0, RunColumn::LabelIou), QStringLiteral("in the name"));
        QCOMPARE(textOf(model, 0, RunColumn::Backbone), QStringLiteral("resnext50_32x4d"));
    }

    void runWithoutAnEpochShowsDashesAndSortsAsNotANumber() {
        RunTableModel model;
        model.setRuns({sampleSummary(1, "new", 0)}, {});
        QCOMPARE(textOf(model, 0, RunColumn::ValidationLoss), QStringLiteral("–"));
        QCOMPARE(textOf(model, 0, RunColumn::F1), QStringLiteral("–"));
        QVERIFY(std::isnan(
            model.index(0, static_cast<int>(RunColumn::F1)).data(RunTableModel::SortRole).toDouble()));
    }

    void sortRoleGivesRawValues() {
        RunTableModel model;
        const RunSummary run = sampleSummary(7, "x", 2);
        model.setRuns({run}, {});
        const auto raw = [&model](RunColumn column) {
            return model.index(0, static_cast<int>(column)).data(RunTableModel::SortRole);
        };
        QCOMPARE(raw(RunColumn::ValidationLoss).toDouble(), 0.5);
        QCOMPARE(raw(RunColumn::Duration).toDouble(), 70.0 * 60'000.0);
        QCOMPARE(raw(RunColumn::Started).toDouble(),
                 static_cast<double>(run.startedAt.time_since_epoch().count()));
        QCOMPARE(raw(RunColumn::Name).toString(), QStringLiteral("x"));
    }

    void durationOfARunningRunIsCountedToNow() {
        RunSummary run = sampleSummary(1, "running");
        run.status = RunStatus::Running;
        run.endedAt.reset();
        RunTableModel model;
        model.setRuns({run}, run.startedAt + std::chrono::minutes(5));
        QCOMPARE(textOf(model, 0, RunColumn::Duration), QStringLiteral("5 min 00 s"));
        run.status = RunStatus::Interrupted; // its end is not known
        model.setRuns({run}, run.startedAt + std::chrono::minutes(5));
        QCOMPARE(textOf(model, 0, RunColumn::Duration), QStringLiteral("–"));
    }

    void durationOfAPausedRunStandsStill() {
        RunSummary run = sampleSummary(1, "paused");
        run.status = RunStatus::Paused;
        run.endedAt.reset();
        run.pausedFor = std::chrono::minutes(2);
        run.pausedSince = run.startedAt + std::chrono::minutes(5);
        RunTableModel model;
        model.setRuns({run}, run.startedAt + std::chrono::hours(9));
        QCOMPARE(textOf(model, 0, RunColumn::Duration), QStringLiteral("3 min 00 s"));
        QCOMPARE(textOf(model, 0, RunColumn::Status), QStringLiteral("Paused"));
    }

    void sparklineIsTheValidationLossByEpoch() {
        RunTableModel model;
        model.setRuns({sampleSummary(1, "a", 4)}, {});
        const QVariant curve =
            model.index(0, static_cast<int>(RunColumn::Sparkline)).data(RunTableModel::CurveRole);
        QCOMPARE(curve.value<QList<double>>(), QList<double>({1.0, 0.5, 1.0 / 3.0, 0.25}));
    }

    void reasonOfTheEndIsInTheToolTip() {
        RunSummary run = sampleSummary(1, "a");
        run.status = RunStatus::Failed;
        run.statusReason = "the device ran out of memory";
        RunTableModel model;
        model.setRuns({run}, {});
        QCOMPARE(model.index(0, 0).data(Qt::ToolTipRole).toString(),
                 QStringLiteral("Failed: the device ran out of memory"));
    }

    void timeMovesOnlyDurationsOfLivingRuns() {
        RunSummary living = sampleSummary(2, "living");
        living.status = RunStatus::Running;
        living.endedAt.reset();
        RunTableModel model;
        model.setRuns({living, sampleSummary(1, "ended")}, living.startedAt);
        QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
        model.setNow(living.startedAt + std::chrono::minutes(7));
        QCOMPARE(textOf(model, 0, RunColumn::Duration), QStringLiteral("7 min 00 s"));
        QCOMPARE(changed.size(), 1);
        const QModelIndex cell = model.index(0, static_cast<int>(RunColumn::Duration));
        QCOMPARE(changed[0][0].toModelIndex(), cell);
        QCOMPARE(changed[0][1].toModelIndex(), cell);
    }

    void rowsAboveTheFirstChangeAreNotTold() {
        RunTableModel model;
        model.setRuns({sampleSummary(3, "c"), sampleSummary(2, "b"), sampleSummary(1, "a")}, {});
        QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
        model.setRuns({sampleSummary(3, "c"), sampleSummary(2, "b"), sampleSummary(1, "a")}, {});
        QVERIFY(changed.isEmpty());
        model.setRuns({sampleSummary(3, "c"), sampleSummary(2, "b, renamed"), sampleSummary(1, "a")}, {});
        QCOMPARE(changed.size(), 1);
        QCOMPARE(changed[0][0].toModelIndex().row(), 1);
    }

    void manyNewRunsComeInOneInsertion() {
        RunTableModel model;
        QSignalSpy inserted(&model, &QAbstractItemModel::rowsInserted);
        std::vector<RunSummary> runs;
        for (std::int64_t id = 100; id > 0; --id) {
            runs.push_back(sampleSummary(id, "run", 1));
        }
        model.setRuns(runs, {});
        QCOMPARE(inserted.size(), 1);
        QCOMPARE(model.rowCount(), 100);
    }

    void tagsAreEditedAsOneTextAndOnlyAskedFor() {
        RunSummary run = sampleSummary(5, "run");
        run.tags = {"night", "baseline"};
        RunTableModel model;
        model.setRuns({run}, {});
        QSignalSpy asked(&model, &RunTableModel::tagsRequested);
        const QModelIndex tags = model.index(0, static_cast<int>(RunColumn::Tags));
        QCOMPARE(tags.data(Qt::EditRole).toString(), QStringLiteral("night, baseline"));
        QVERIFY(!model.setData(tags, QStringLiteral("night,baseline"), Qt::EditRole));
        QVERIFY(asked.isEmpty());
        QVERIFY(model.setData(tags, QStringLiteral("night, best"), Qt::EditRole));
        QCOMPARE(asked.size(), 1);
        QCOMPARE(asked[0][0].value<RunId>(), RunId{5});
        const std::vector<std::string> expected{"night", "best"};
        QCOMPARE(asked[0][1].value<std::vector<std::string>>(), expected);
        QVERIFY(model.setData(tags, QString(), Qt::EditRole));
        QVERIFY(asked[1][1].value<std::vector<std::string>>().empty());
    }

    void onlyNameAndTagsCanBeEditedAndEditingOnlyAsks() {
        RunTableModel model;
        model.setRuns({sampleSummary(5, "old")}, {});
        QSignalSpy renames(&model, &RunTableModel::renameRequested);
        const QModelIndex name = model.index(0, static_cast<int>(RunColumn::Name));
        for (int column = 0; column < kRunColumns; ++column) {
            const bool isEditable = model.flags(model.index(0, column)).testFlag(Qt::ItemIsEditable);
            QCOMPARE(isEditable, column == name.column() || column == static_cast<int>(RunColumn::Tags));
        }
        QVERIFY(!model.setData(name, QStringLiteral("  "), Qt::EditRole));
        QVERIFY(!model.setData(name, QStringLiteral("old"), Qt::EditRole));
        QVERIFY(!model.setData(model.index(0, 0), QStringLiteral("x"), Qt::EditRole));
        QVERIFY(renames.isEmpty());
        QVERIFY(model.setData(name, QStringLiteral(" new "), Qt::EditRole));
        QCOMPARE(renames.size(), 1);
        QCOMPARE(renames[0][0].value<RunId>(), RunId{5});
        QCOMPARE(renames[0][1].toString(), QStringLiteral("new"));
        QCOMPARE(textOf(model, 0, RunColumn::Name), QStringLiteral("old"));
    }

    void everyColumnHasATitleAndASentence() {
        RunTableModel model;
        QSet<QString> titles;
        for (int column = 0; column < kRunColumns; ++column) {
            titles.insert(model.headerData(column, Qt::Horizontal, Qt::DisplayRole).toString());
            QVERIFY(model.headerData(column, Qt::Horizontal, Qt::ToolTipRole)
                        .toString()
                        .endsWith(QLatin1Char('.')));
        }
        QCOMPARE(titles.size(), qsizetype{kRunColumns});
    }
};

QTEST_MAIN(tst_RunTableModel)
#include "tst_RunTableModel.moc"
