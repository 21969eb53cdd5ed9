#include "ui/common/AxisTicks.h"

#include <QTest>

#include <cmath>

using namespace fissure::ui;

class tst_AxisTicks : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void stepsAreOneTwoOrFiveTimesAPowerOfTen_data() {
        QTest::addColumn<double>("low");
        QTest::addColumn<double>("high");
        QTest::addColumn<double>("step");
        QTest::addColumn<int>("decimals");
        QTest::newRow("unit") << 0.0 << 1.0 << 0.2 << 1;
        QTest::newRow("epochs") << 1.0 << 20.0 << 5.0 << 0;
        QTest::newRow("percent") << 0.0 << 100.0 << 20.0 << 0;
        QTest::newRow("small") << 0.002 << 0.004 << 0.0005 << 4;
        QTest::newRow("next power") << 0.0 << 3.8 << 1.0 << 0;
        QTest::newRow("large") << 0.0 << 100000.0 << 20000.0 << 0;
        QTest::newRow("a little over one") << 0.0 << 5.5 << 2.0 << 0;
        QTest::newRow("a little over two") << 0.0 << 11.0 << 5.0 << 0;
        QTest::newRow("a little over five") << 0.0 << 26.0 << 10.0 << 0;
    }
    void stepsAreOneTwoOrFiveTimesAPowerOfTen() {
        QFETCH(double, low);
        QFETCH(double, high);
        QFETCH(double, step);
        QFETCH(int, decimals);
        const AxisTicks ticks = AxisTicks::of(low, high, 5);
        QVERIFY2(qAbs(ticks.step - step) < 1e-9 * step, qPrintable(QString::number(ticks.step)));
        QCOMPARE(ticks.decimals, decimals);
    }

    void partsAreNeverMoreThanAskedFor() {
        for (int count = 3; count <= 6; ++count) {
            for (double high = 0.011; high < 2000.0; high *= 1.07) {
                QVERIFY(high / AxisTicks::of(0.0, high, count).step <= count + 1e-6);
                const AxisRange snapped = AxisRange{0.3 * high, high}.snapped(count);
                const double step = AxisTicks::of(snapped.low, snapped.high, count).step;
                QVERIFY(snapped.span() / step <= count + 1e-6);
                // Both ends stand on a tick.
                QVERIFY(qAbs(std::remainder(snapped.low, step)) < 1e-6 * step);
                QVERIFY(qAbs(std::remainder(snapped.high, step)) < 1e-6 * step);
            }
        }
    }

    void constantValueGetsFewAndRoundLabels() {
        const AxisRange range = AxisRange{0.001, 0.001}.snapped(6);
        const AxisTicks ticks = AxisTicks::of(range.low, range.high, 6);
        QVERIFY(range.span() / ticks.step < 5.5);
        QVERIFY(ticks.decimals <= 4);
        QVERIFY(qAbs(std::remainder(0.001, ticks.step)) < 1e-9);
    }

    void snappingWidensToWholeSteps() {
        const AxisRange range = AxisRange{0.03, 0.87}.snapped(5);
        QCOMPARE(range.low, 0.0);
        QCOMPARE(range.high, 1.0);
    }

    void rangeOnWholeStepsStays() {
        const AxisRange range = AxisRange{0.2, 0.8}.snapped(6);
        QVERIFY(qAbs(range.low - 0.2) < 1e-12);
        QVERIFY(qAbs(range.high - 0.8) < 1e-12);
    }

    void singleValueGetsARangeAroundIt() {
        const AxisRange range = AxisRange{0.4, 0.4}.snapped(5);
        QVERIFY(range.low < 0.4);
        QVERIFY(range.high > 0.4);
        QVERIFY((AxisRange{0.0, 0.0}.snapped(5).span() > 0.0));
    }

    void scalingKeepsItsCentreInPlace() {
        const AxisRange range = AxisRange{0.0, 10.0}.scaledAbout(2.0, 0.5);
        QCOMPARE(range.low, 1.0);
        QCOMPARE(range.high, 6.0);
    }
};

QTEST_GUILESS_MAIN(tst_AxisTicks)
#include "tst_AxisTicks.moc"
