#include "core/metrics/ClassificationReport.h"
#include "core/metrics/Curves.h"
#include "tests/core/metrics/CurveCases.h"

#include <QTest>

#include <algorithm>
#include <cmath>
#include <initializer_list>
#include <utility>

using namespace fissure;

namespace {

constexpr double kTolerance = 1e-12;

/// Labels and probabilities only.
std::vector<Prediction> predictionsOf(std::initializer_list<std::pair<int, double>> pairs) {
    std::vector<Prediction> predictions;
    for (const auto& [label, probability] : pairs) {
        predictions.push_back({{}, 0.0, label, probability, 0.0});
    }
    return predictions;
}

/// A point of the fixture: threshold (null where nothing reaches it), x, y.
bool isPoint(const QJsonValue& expected, double threshold, double x, double y) {
    const bool hasThreshold =
        expected[0].isNull() ? std::isinf(threshold) && threshold > 0.0 : expected[0].toDouble() == threshold;
    return hasThreshold && std::abs(expected[1].toDouble() - x) <= kTolerance &&
           std::abs(expected[2].toDouble() - y) <= kTolerance;
}

} // namespace

class tst_Curves : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void curvesAndAreasAreThoseOfScikitLearn() {
        const std::vector<test::CurveCase> cases = test::curveCases();
        QVERIFY(cases.size() > 20);
        for (const auto& [expected, predictions, labelIou] : cases) {
            const QByteArray name = expected[QLatin1String("name")].toString().toUtf8();
            const auto curves = Curves::of(predictions, labelIou);
            QVERIFY2(curves.has_value(), name);
            const QJsonArray roc = expected[QLatin1String("roc")].toArray();
            const std::vector<RocPoint> rocPoints = curves->roc();
            QCOMPARE(rocPoints.size(), static_cast<std::size_t>(roc.size()));
            for (int i = 0; i < roc.size(); ++i) {
                const RocPoint& point = rocPoints[static_cast<std::size_t>(i)];
                QVERIFY2(isPoint(roc[i], point.threshold, point.falsePositiveRate, point.truePositiveRate),
                         name);
            }
            const QJsonArray precisionRecall = expected[QLatin1String("precision_recall")].toArray();
            const std::vector<PrecisionRecallPoint> points = curves->precisionRecall();
            QCOMPARE(points.size(), static_cast<std::size_t>(precisionRecall.size()));
            for (int i = 0; i < precisionRecall.size(); ++i) {
                const PrecisionRecallPoint& point = points[static_cast<std::size_t>(i)];
                QVERIFY2(isPoint(precisionRecall[i], point.threshold, point.precision, point.recall), name);
            }
            QVERIFY2(std::abs(curves->rocAuc() - expected[QLatin1String("roc_auc")].toDouble()) <= kTolerance,
                     name);
            QVERIFY2(std::abs(curves->averagePrecision() -
                              expected[QLatin1String("average_precision")].toDouble()) <= kTolerance,
                     name);
        }
    }

    void oneClassHasNoCurves() {
        QVERIFY(!Curves::of({}));
        QVERIFY(!Curves::of(predictionsOf({{1, 0.9}})));
        QVERIFY(!Curves::of(predictionsOf({{1, 0.9}, {1, 0.1}})));
        QVERIFY(!Curves::of(predictionsOf({{0, 0.9}, {0, 0.1}})));
    }

    void labelIouMayLeaveOneClass() {
        std::vector<Prediction> predictions = predictionsOf({{1, 0.9}, {0, 0.1}});
        predictions[0].iou = 0.6;
        predictions[0].iouIsExact = true;
        QVERIFY(Curves::of(predictions, 0.5));
        QVERIFY(!Curves::of(predictions, 0.7));
    }

    void countsAreThoseOfTheReportAtEachThreshold() {
        for (const auto& [expected, predictions, labelIou] : test::curveCases()) {
            const auto curves = Curves::of(predictions, labelIou);
            for (const ThresholdCounts& counts : curves->counts()) {
                QCOMPARE(counts.confusion, countAt(predictions, counts.threshold, labelIou));
            }
        }
    }

    void orderOfPredictionsChangesNothing() {
        std::vector<Prediction> predictions =
            predictionsOf({{0, 0.4}, {1, 0.4}, {0, 0.7}, {1, 0.7}, {1, 0.7}, {0, 0.1}});
        const auto curves = Curves::of(predictions);
        std::ranges::reverse(predictions);
        QCOMPARE(Curves::of(predictions)->counts(), curves->counts());
    }

    void probabilityThatIsNoNumberRanksLast() {
        const auto curves = Curves::of(predictionsOf({{1, std::nan("")}, {1, 0.9}, {0, 0.2}, {0, 0.0}}));
        QCOMPARE(curves->counts().size(), std::size_t(3));
        QCOMPARE(curves->counts().back().threshold, 0.0);
        // Of four pairs of crack and no crack, two are right, one is wrong, and one is a tie.
        QCOMPARE(curves->rocAuc(), 2.5 / 4.0);
    }

    void bestF1IsTheHighestOfAll() {
        // F1 at 0.9: 2/3; at 0.6: 1/2; at 0.5: 4/5
        const ThresholdCounts best =
            Curves::of(predictionsOf({{1, 0.9}, {0, 0.6}, {1, 0.5}, {0, 0.1}}))->bestF1();
        QCOMPARE(best.threshold, 0.5);
        QCOMPARE(best.confusion.f1(), 0.8);
    }

    void equallyGoodThresholdsGiveTheHighest() {
        // F1 at 0.9 and at 0.2: 2/3
        const auto curves = Curves::of(predictionsOf({{1, 0.9}, {0, 0.5}, {0, 0.4}, {1, 0.2}}));
        QCOMPARE(curves->bestF1().threshold, 0.9);
    }

    void wantedRecallIsReachedAtTheHighestThreshold() {
        const auto curves =
            Curves::of(predictionsOf({{1, 0.9}, {1, 0.8}, {0, 0.7}, {1, 0.6}, {1, 0.6}, {0, 0.1}}));
        QCOMPARE(curves->reachingRecall(0.25).threshold, 0.9);
        QCOMPARE(curves->reachingRecall(0.5).threshold, 0.8);
        QCOMPARE(curves->reachingRecall(0.51).threshold, 0.6);
        QCOMPARE(curves->reachingRecall(1.0), (ThresholdCounts{0.6, {4, 1, 1, 0}}));
    }
};

QTEST_APPLESS_MAIN(tst_Curves)
#include "tst_Curves.moc"
