#include "ui/data/DatasetTableModel.h"

#include <QAbstractItemModelTester>
#include <QApplication>
#include <QSignalSpy>
#include <QTest>

using namespace fissure;
using namespace fissure::ui;

namespace {

DatasetSummary summaryOf(const std::string& folder) {
    DatasetSummary summary;
    summary.folder = folder;
    summary.photographs = 1234;
    summary.crack = 315;
    summary.noCrack = 20'000;
    summary.fingerprint = "0123456789abcdef";
    summary.builtAt = WallTime(std::chrono::hours(24));
    summary.description.emplace();
    summary.description->recipe.labelIou = 0.35;
    return summary;
}

Dataset datasetOf(const std::string& folder, const std::optional<Result<DatasetSummary>>& look = {}) {
    Dataset dataset;
    dataset.record.folder = folder;
    if (look) {
        dataset.look = std::make_shared<const Result<DatasetSummary>>(*look);
    }
    return dataset;
}

QString text(const DatasetTableModel& model, int row, DatasetColumn column, int role = Qt::DisplayRole) {
    return model.index(row, static_cast<int>(column)).data(role).toString();
}

} // namespace

class tst_DatasetTableModel : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void modelIsSound() {
        DatasetTableModel model;
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setDatasets({datasetOf("/b"), datasetOf("/d")});
        model.setDatasets(
            {datasetOf("/a"), datasetOf("/b"), datasetOf("/c", summaryOf("/c")), datasetOf("/d")});
        QCOMPARE(model.rowCount(), 4);
        QCOMPARE(model.rowOf("/c"), 2);
        model.setDatasets({datasetOf("/c")});
        QCOMPARE(model.rowOf("/c"), 0);
        QCOMPARE(model.rowOf("/d"), -1);
        model.setDatasets({});
        QCOMPARE(model.rowCount(), 0);
    }

    void rowsThatStayAreNotReset() {
        DatasetTableModel model;
        model.setDatasets({datasetOf("/a"), datasetOf("/b")});
        QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
        const QPersistentModelIndex kept(model.index(1, 0));
        model.setDatasets({datasetOf("/0"), datasetOf("/b")});
        QVERIFY(reset.isEmpty());
        QCOMPARE(model.at(kept.row()).record.folder, std::string("/b"));
    }

    void figuresAreGivenAsTextAndRaw() {
        DatasetTableModel model;
        Dataset dataset = datasetOf("/data/wall/proposals", summaryOf("/data/wall/proposals"));
        dataset.record.uses = {{RunId{7}, DatasetRole::Train, ""}, {RunId{5}, DatasetRole::Train, ""}};
        model.setDatasets({dataset});
        QCOMPARE(text(model, 0, DatasetColumn::Name), QStringLiteral("wall/proposals"));
        QCOMPARE(text(model, 0, DatasetColumn::Photographs), QLocale().toString(1234));
        QCOMPARE(text(model, 0, DatasetColumn::Crack), QStringLiteral("315"));
        QCOMPARE(text(model, 0, DatasetColumn::Threshold), QLocale().toString(0.35, 'f', 2));
        QCOMPARE(text(model, 0, DatasetColumn::Built), QStringLiteral("1970-01-02 00:00"));
        QCOMPARE(text(model, 0, DatasetColumn::Runs), QStringLiteral("2"));
        QCOMPARE(text(model, 0, DatasetColumn::Fingerprint), QStringLiteral("01234567"));
        QCOMPARE(text(model, 0, DatasetColumn::Fingerprint, Qt::ToolTipRole),
                 QStringLiteral("0123456789abcdef"));
        QCOMPARE(text(model, 0, DatasetColumn::Problems), QStringLiteral("None"));
        QCOMPARE(model.index(0, static_cast<int>(DatasetColumn::NoCrack)).data(DatasetTableModel::SortRole),
                 QVariant(20'000));
    }

    void folderThatWasNotLookedIntoShowsNoFigures() {
        DatasetTableModel model;
        Dataset dataset = datasetOf("/a");
        dataset.record.fingerprint = "fedcba9876543210";
        model.setDatasets({dataset});
        QCOMPARE(text(model, 0, DatasetColumn::Crack), QStringLiteral("–"));
        QVERIFY(!model.index(0, static_cast<int>(DatasetColumn::Crack))
                     .data(DatasetTableModel::SortRole)
                     .isValid());
        QCOMPARE(text(model, 0, DatasetColumn::Fingerprint), QStringLiteral("fedcba98"));
        QCOMPARE(text(model, 0, DatasetColumn::Problems), QStringLiteral("Looking…"));
        QCOMPARE(text(model, 0, DatasetColumn::Runs), QStringLiteral("0"));
    }

    void missingFolderIsAProblem() {
        DatasetTableModel model;
        model.setDatasets({datasetOf(
            "/gone", failure(ErrorCode::NotFound, "/gone", Text("core", "the folder does not exist")))});
        QCOMPARE(text(model, 0, DatasetColumn::Problems), QStringLiteral("Folder is missing"));
        QCOMPARE(text(model, 0, DatasetColumn::Problems, Qt::ToolTipRole),
                 QStringLiteral("/gone: the folder does not exist."));
        QVERIFY(!model.index(0, static_cast<int>(DatasetColumn::Problems)).data(Qt::DecorationRole).isNull());
        QCOMPARE(text(model, 0, DatasetColumn::Photographs), QStringLiteral("–"));
    }

    void everyProblemIsSaid() {
        DatasetSummary summary = summaryOf("/a");
        Finding rejected{Severity::Info, "rejected-files",
                         Text("core", "In %1, files are left out.").with("/a")};
        addExample(rejected, {"notes.txt", {}});
        summary.findings = {{Severity::Warning, "dataset-incomplete", Text("core", "It was stopped.")},
                            rejected};
        DatasetTableModel model;
        model.setDatasets({datasetOf("/a", summary)});
        QCOMPARE(text(model, 0, DatasetColumn::Problems), QStringLiteral("2 problem(s)"));
        QCOMPARE(text(model, 0, DatasetColumn::Problems, Qt::ToolTipRole),
                 QStringLiteral("It was stopped.\nIn /a, files are left out. Found: notes.txt."));
    }

    void nameIsTheEndOfThePathThatTellsItFromTheOthers() {
        DatasetTableModel model;
        model.setDatasets({datasetOf("/data"), datasetOf("/new/b/train/proposals"),
                           datasetOf("/old/b/train/proposals"), datasetOf("/old/b/valid/proposals")});
        QCOMPARE(model.nameAt(0), QStringLiteral("data"));
        QCOMPARE(model.nameAt(1), QStringLiteral("new/b/train/proposals"));
        QCOMPARE(model.nameAt(2), QStringLiteral("old/b/train/proposals"));
        QCOMPARE(model.nameAt(3), QStringLiteral("valid/proposals"));
        model.setDatasets({datasetOf("/old/b/train/proposals")});
        QCOMPARE(model.nameAt(0), QStringLiteral("train/proposals"));
    }

    void columnsAreTitled() {
        DatasetTableModel model;
        for (int column = 0; column < kDatasetColumns; ++column) {
            QVERIFY(!model.headerData(column, Qt::Horizontal, Qt::DisplayRole).toString().isEmpty());
        }
    }
};

QTEST_MAIN(tst_DatasetTableModel)
#include "tst_DatasetTableModel.moc"
