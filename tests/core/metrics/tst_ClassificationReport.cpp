#include "core/metrics/ClassificationReport.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

#include <cmath>

using namespace fissure;

namespace {

ConfusionMatrix matrixOf(const QJsonArray& counts) {
    return {counts[0].toInteger(), counts[1].toInteger(), counts[2].toInteger(), counts[3].toInteger()};
}

} // namespace

class tst_ClassificationReport : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void textIsThatOfScikitLearnToTheCharacter() {
        QFile file(QStringLiteral(FISSURE_SOURCE_DIR "/tests/data/classification_reports.json"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QJsonArray reports = QJsonDocument::fromJson(file.readAll()).array();
        QVERIFY(reports.size() > 100);
        for (const QJsonValue& report : reports) {
            const ConfusionMatrix matrix = matrixOf(report[QLatin1String("counts")].toArray());
            QCOMPARE(QString::fromStdString(ClassificationReport::of(matrix).text()),
                     report[QLatin1String("report")].toString());
        }
    }

    void figuresAreThoseComputedByHand() {
        const ClassificationReport report = ClassificationReport::of({6, 2, 9, 3});
        QCOMPARE(report.crack.precision, 0.75);
        QCOMPARE(report.crack.recall, 2.0 / 3.0);
        QCOMPARE(report.crack.support, std::int64_t(9));
        QCOMPARE(report.noCrack.precision, 0.75);
        QCOMPARE(report.noCrack.recall, 9.0 / 11.0);
        QCOMPARE(report.noCrack.support, std::int64_t(11));
        QCOMPARE(report.accuracy, 0.75);
        QCOMPARE(report.macroAverage.recall, (2.0 / 3.0 + 9.0 / 11.0) / 2.0);
        QCOMPARE(report.weightedAverage.recall, 0.75);
        QCOMPARE(report.macroAverage.support, std::int64_t(20));
        QCOMPARE(report.weightedAverage.support, std::int64_t(20));
    }

    void reportOfNothingIsAllZeros() {
        const ClassificationReport report = ClassificationReport::of({});
        QCOMPARE(report.weightedAverage.f1, 0.0);
        QCOMPARE(report.macroAverage.precision, 0.0);
        QVERIFY(report.text().find("nan") == std::string::npos);
    }

    void thresholdBelongsToCrack() {
        const std::vector<Prediction> predictions{{"a", 0.0, 1, 0.5, 0.0},
                                                  {"b", 0.0, 1, 0.499999, 0.0},
                                                  {"c", 0.0, 0, 0.5, 0.0},
                                                  {"d", 0.0, 0, 0.1, 0.0}};
        QCOMPARE(countAt(predictions, 0.5), (ConfusionMatrix{1, 1, 1, 1}));
        QCOMPARE(countAt(predictions, 0.05), (ConfusionMatrix{2, 2, 0, 0}));
        QCOMPARE(countAt(predictions, 0.6), (ConfusionMatrix{0, 0, 2, 2}));
    }

    void labelsAreMadeAnewFromTheIou() {
        const std::vector<Prediction> predictions{{"above", 0.3501, 0, 0.9, 0.0, true},
                                                  {"at", 0.35, 1, 0.9, 0.0, true},
                                                  {"below", 0.34, 1, 0.1, 0.0}};
        QCOMPARE(countAt(predictions, 0.5), (ConfusionMatrix{1, 1, 0, 1}));
        QCOMPARE(countAt(predictions, 0.5, 0.35), (ConfusionMatrix{1, 1, 1, 0}));
    }

    void roundedIouAtTheThresholdKeepsTheLabelOfTheName() {
        const std::vector<Prediction> predictions{{"wall.1.0_5.1.jpg", 0.5, 1, 0.9, 0.0},
                                                  {"wall.2.0_5.0.jpg", 0.5, 1, 0.9, 0.0},
                                                  {"wall.3.0_51.0.jpg", 0.51, 0, 0.9, 0.0}};
        // The run labelled the second one anew; at this threshold its name decides again.
        QCOMPARE(countAt(predictions, 0.5, 0.5), (ConfusionMatrix{2, 1, 0, 0}));
    }

    void predictionOfAnyOtherNameKeepsItsLabelAtTheThreshold() {
        for (const char* file : {"a", "0.jpg", "wall.2.jpg", "wall1.jpg", ".jpg", ""}) {
            const std::vector<Prediction> predictions{{file, 0.5, 1, 0.9, 0.0}};
            QCOMPARE(countAt(predictions, 0.5, 0.5), (ConfusionMatrix{1, 0, 0, 0}));
        }
    }

    void probabilityThatIsNoNumberIsNoCrack() {
        const std::vector<Prediction> predictions{{"a", 0.0, 1, std::nan(""), 0.0}};
        QCOMPARE(countAt(predictions, 0.5), (ConfusionMatrix{0, 0, 0, 1}));
    }
};

QTEST_APPLESS_MAIN(tst_ClassificationReport)
#include "tst_ClassificationReport.moc"
