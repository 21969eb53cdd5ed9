#include "tests/ui/support/FakeSession.h"
#include "ui/common/ThumbnailCache.h"
#include "ui/live/HardestModel.h"

#include <QAbstractItemModelTester>
#include <QImage>
#include <QSignalSpy>
#include <QTest>

namespace fissure::ui {

namespace {

/// Every crop but wall.1 can be read.
Result<Image> loadGrey(const std::filesystem::path& file, int) {
    if (file.filename().string().starts_with("wall.1.")) {
        return failure(ErrorCode::Damaged, file.string(), "it is cut off");
    }
    return Image{4, 4, std::vector<std::uint8_t>(48, 128)};
}

} // namespace

class tst_HardestModel : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void modelKeepsTheRulesOfModels() {
        ThumbnailCache cache(64, 1 << 20, loadGrey, 1);
        HardestModel model(cache);
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setPredictions(test::predictionsOf(100), QStringLiteral("/data"), 0.5);
        QCOMPARE(model.rowCount(), HardestModel::kMaximum);
        model.setPredictions(test::predictionsOf(3), QStringLiteral("/data"), 0.5);
        QCOMPARE(model.rowCount(), 3);
        model.clear();
        QCOMPARE(model.rowCount(), 0);
    }

    void hardestComesFirst() {
        ThumbnailCache cache(64, 1 << 20, loadGrey, 1);
        HardestModel model(cache);
        model.setPredictions(test::predictionsOf(100), QStringLiteral("/data"), 0.5);
        QCOMPARE(model.index(0).data(HardestModel::LossRole).toDouble(), 0.1 * 100);
        for (int row = 1; row < model.rowCount(); ++row) {
            QVERIFY(model.index(row).data(HardestModel::LossRole).toDouble() <
                    model.index(row - 1).data(HardestModel::LossRole).toDouble());
        }
    }

    void equalLossesGoByName() {
        std::vector<Prediction> predictions = test::predictionsOf(4);
        for (Prediction& prediction : predictions) {
            prediction.loss = 1.0;
        }
        std::ranges::reverse(predictions);
        ThumbnailCache cache(64, 1 << 20, loadGrey, 1);
        HardestModel model(cache);
        model.setPredictions(predictions, QStringLiteral("/data"), 0.5);
        QVERIFY(model.index(0).data(Qt::ToolTipRole).toString().startsWith(QStringLiteral("wall.0.")));
        QVERIFY(model.index(3).data(Qt::ToolTipRole).toString().startsWith(QStringLiteral("wall.3.")));
    }

    void outcomeFollowsTheDecisionThreshold() {
        ThumbnailCache cache(64, 1 << 20, loadGrey, 1);
        HardestModel model(cache);
        // The crack has p 0.4, no crack p 0.6.
        model.setPredictions(test::predictionsOf(2), QStringLiteral("/data"), 0.5);
        QCOMPARE(outcome(model, 0), Outcome::FalseNegative);
        QCOMPARE(outcome(model, 1), Outcome::FalsePositive);
        model.setPredictions(test::predictionsOf(2), QStringLiteral("/data"), 0.4);
        QCOMPARE(outcome(model, 0), Outcome::TruePositive);
        QCOMPARE(outcome(model, 1), Outcome::FalsePositive);
    }

    void cropsArriveWhenTheyAreLoaded() {
        ThumbnailCache cache(64, 1 << 20, loadGrey, 1);
        HardestModel model(cache);
        model.setPredictions(test::predictionsOf(2), QStringLiteral("/data"), 0.5);
        QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
        QVERIFY(model.index(0).data(Qt::DecorationRole).value<QImage>().isNull());
        QVERIFY(model.index(1).data(Qt::DecorationRole).value<QImage>().isNull());
        QTRY_COMPARE(changed.count(), 2);
        QCOMPARE(model.index(1).data(Qt::DecorationRole).value<QImage>().size(), QSize(4, 4));
        QVERIFY(!model.index(1).data(HardestModel::MissingRole).toBool());
        QVERIFY(model.index(0).data(HardestModel::MissingRole).toBool());
    }

    void captionTellsIouAndProbability() {
        ThumbnailCache cache(64, 1 << 20, loadGrey, 1);
        HardestModel model(cache);
        model.setPredictions(test::predictionsOf(2), QStringLiteral("/data"), 0.5);
        QCOMPARE(model.index(0).data(Qt::DisplayRole).toString(), QStringLiteral("IoU 0.55  p 0.40"));
    }

private:
    static Outcome outcome(const HardestModel& model, int row) {
        return static_cast<Outcome>(model.index(row).data(HardestModel::OutcomeRole).toInt());
    }
};

} // namespace fissure::ui

QTEST_GUILESS_MAIN(fissure::ui::tst_HardestModel)

#include "tst_HardestModel.moc"
