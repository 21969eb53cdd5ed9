#include "ui/common/NoteLine.h"
#include "ui/data/DatasetDetail.h"

#include <QTest>
#include <QToolButton>

using namespace fissure;
using namespace fissure::ui;

namespace {

/// A data set looked into just now, with a finding about so many files.
Dataset datasetWith(std::int64_t files) {
    DatasetSummary summary;
    summary.folder = "/data/walls";
    Finding finding{Severity::Warning, "left-out", "The build left files out.", {}, 0};
    for (std::int64_t i = 0; i < files; ++i) {
        addExample(finding, {std::to_string(i) + ".jpg", "it is damaged"});
    }
    summary.findings.push_back(finding);
    Dataset dataset;
    dataset.record.folder = "/data/walls";
    dataset.look = std::make_shared<const Result<DatasetSummary>>(std::move(summary));
    return dataset;
}

} // namespace

class tst_DatasetDetail : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void unfoldedFilesStaySoWhileNothingElseIsWrong() {
        DatasetDetail detail;
        detail.setDataset(datasetWith(2), QStringLiteral("walls"));
        auto* fold = detail.findChild<QToolButton*>(QStringLiteral("findingFiles"));
        QVERIFY(fold != nullptr);
        fold->click();
        const auto* note = detail.findChild<NoteLine*>();
        detail.setDataset(datasetWith(2), QStringLiteral("walls"));
        QCOMPARE(detail.findChild<NoteLine*>(), note);
        QVERIFY(detail.findChild<QToolButton*>(QStringLiteral("findingFiles"))->isChecked());
    }

    void otherFindingsTakeTheirPlace() {
        DatasetDetail detail;
        detail.setDataset(datasetWith(2), QStringLiteral("walls"));
        detail.findChild<QToolButton*>(QStringLiteral("findingFiles"))->click();
        detail.setDataset(datasetWith(3), QStringLiteral("walls"));
        QCOMPARE(detail.findChildren<NoteLine*>().size(), 1);
        QVERIFY(!detail.findChild<QToolButton*>(QStringLiteral("findingFiles"))->isChecked());
    }
};

QTEST_MAIN(tst_DatasetDetail)
#include "tst_DatasetDetail.moc"
