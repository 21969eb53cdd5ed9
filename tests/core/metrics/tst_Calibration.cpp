#include "core/metrics/Calibration.h"
#include "tests/core/metrics/CurveCases.h"

#include <QTest>

#include <cmath>

using namespace fissure;

namespace {

constexpr double kTolerance = 1e-12;

bool isNear(double value, const QJsonValue& expected) {
    return std::abs(value - expected.toDouble()) <= kTolerance;
}

} // namespace

class tst_Calibration : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void figuresAndBinsAreThoseOfScikitLearn() {
        const std::vector<test::CurveCase> cases = test::curveCases();
        QVERIFY(cases.size() > 20);
        for (const auto& [expected, predictions, labelIou] : cases) {
            const QByteArray name = expected[QLatin1String("name")].toString().toUtf8();
            for (const QJsonValue& diagram : expected[QLatin1String("reliability")].toArray()) {
                const auto calibration =
                    Calibration::of(predictions, labelIou, diagram[QLatin1String("bins")].toInt());
                QVERIFY2(calibration.has_value(), name);
                QVERIFY2(isNear(calibration->brierScore, expected[QLatin1String("brier")]), name);
                QVERIFY2(isNear(calibration->expectedError, diagram[QLatin1String("error")]), name);
                int filled = 0;
                for (std::size_t i = 0; i < calibration->bins.size(); ++i) {
                    const CalibrationBin& bin = calibration->bins[i];
                    QCOMPARE(bin.count, diagram[QLatin1String("counts")][static_cast<int>(i)].toInteger());
                    if (bin.count > 0) {
                        const QJsonValue point = diagram[QLatin1String("filled")][filled++];
                        QVERIFY2(isNear(bin.meanProbability, point[0]), name);
                        QVERIFY2(isNear(bin.crackFraction, point[1]), name);
                    }
                }
                QCOMPARE(filled, diagram[QLatin1String("filled")].toArray().size());
            }
        }
    }

    void figuresAreThoseComputedByHand() {
        const std::vector<Prediction> predictions{{"a", 0.0, 1, 0.75, 0.0},
                                                  {"b", 0.0, 0, 0.75, 0.0},
                                                  {"c", 0.0, 0, 0.25, 0.0},
                                                  {"d", 0.0, 1, 1.0, 0.0}};
        const Calibration calibration = *Calibration::of(predictions, 0.0, 2);
        QCOMPARE(calibration.brierScore, (0.0625 + 0.5625 + 0.0625 + 0.0) / 4.0);
        QCOMPARE(calibration.bins.size(), std::size_t(2));
        QCOMPARE(calibration.bins[0], (CalibrationBin{0.0, 0.5, 1, 0.25, 0.0}));
        QCOMPARE(calibration.bins[1], (CalibrationBin{0.5, 1.0, 3, 2.5 / 3.0, 2.0 / 3.0}));
        QCOMPARE(calibration.expectedError, 0.25 / 4.0 + 3.0 / 4.0 * (0.5 / 3.0));
    }

    void binsCoverTheWholeRange() {
        const std::vector<Prediction> predictions{{"a", 0.0, 0, 0.0, 0.0}, {"b", 0.0, 1, 1.0, 0.0}};
        for (const int count : {1, 3, 7, 10, 15}) {
            const auto bins = Calibration::of(predictions, 0.0, count)->bins;
            QCOMPARE(bins.size(), static_cast<std::size_t>(count));
            QCOMPARE(bins.front().low, 0.0);
            QCOMPARE(bins.back().high, 1.0);
            QVERIFY(bins.front().count >= 1);
            QVERIFY(bins.back().count >= 1);
        }
        QCOMPARE(Calibration::of(predictions)->bins.size(), std::size_t(kCalibrationBins));
    }

    void oneProposalIsEnough() {
        const std::vector<Prediction> predictions{{"a", 0.0, 1, 0.25, 0.0}};
        const Calibration calibration = *Calibration::of(predictions);
        QCOMPARE(calibration.brierScore, 0.5625);
        QCOMPARE(calibration.expectedError, 0.75);
        QVERIFY(!Calibration::of({}));
    }

    void probabilityThatIsNoNumberCountsAsZero() {
        const std::vector<Prediction> predictions{{"a", 0.0, 1, std::nan(""), 0.0}};
        QCOMPARE(Calibration::of(predictions)->brierScore, 1.0);
        QCOMPARE(Calibration::of(predictions)->bins.front().count, std::int64_t(1));
    }
};

QTEST_APPLESS_MAIN(tst_Calibration)
#include "tst_Calibration.moc"
