#include "ui/common/CurveSeries.h"

#include <QTest>

#include <limits>

using namespace fissure::ui;

class tst_CurveSeries : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void nothingIsSmoothedUntilAsked() {
        CurveSeries series;
        series.append(1.0, 2.0);
        QVERIFY(!series.isSmoothed());
        QVERIFY(series.smoothed().isEmpty());
    }

    // Weight 0.5 over 4, 2, 8: averages 2, 2, 5 with the bias 1 - 0.5^n taken out.
    void averageIsThatOfTensorBoard() {
        CurveSeries series;
        series.setSmoothing(0.5);
        series.append(1.0, 4.0);
        series.append(2.0, 2.0);
        series.append(3.0, 8.0);
        const auto& points = series.smoothed().points();
        QCOMPARE(points.size(), std::size_t(3));
        QCOMPARE(points[0].y(), 2.0 / 0.5);
        QCOMPARE(points[1].y(), 2.0 / 0.75);
        QCOMPARE(points[2].y(), 5.0 / 0.875);
        QCOMPARE(series.raw().points()[2].y(), 8.0);
    }

    void changedWeightSmoothsAllPointsAnew() {
        CurveSeries appended;
        appended.setSmoothing(0.9);
        CurveSeries later;
        for (int i = 0; i < 50; ++i) {
            appended.append(i, i % 7);
            later.append(i, i % 7);
        }
        later.setSmoothing(0.6);
        later.setSmoothing(0.9);
        QCOMPARE(later.smoothed().points(), appended.smoothed().points());
        later.setSmoothing(0.0);
        QVERIFY(later.smoothed().isEmpty());
    }

    void valuesThatAreNotFiniteChangeNoAverage() {
        CurveSeries series;
        series.setSmoothing(0.5);
        series.append(1.0, 3.0);
        series.append(2.0, std::numeric_limits<double>::quiet_NaN());
        series.append(3.0, 3.0);
        QCOMPARE(series.smoothed().size(), std::size_t(2));
        QCOMPARE(series.smoothed().points().back().y(), 3.0);
    }
};

QTEST_GUILESS_MAIN(tst_CurveSeries)
#include "tst_CurveSeries.moc"
