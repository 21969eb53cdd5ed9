#include "ui/common/HistogramScale.h"

#include <QTest>

#include <algorithm>

using namespace fissure;
using namespace fissure::ui;

class tst_HistogramScale : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void countsOfOneSizeAreInProportion() {
        IouHistogram histogram;
        histogram.noCrack[0] = 80;
        histogram.crack[0] = 20;
        histogram.crack[9] = 2; // a fiftieth
        const HistogramScale scale(histogram);
        QVERIFY(!scale.isLogarithmic());
        QCOMPARE(scale.heightOf(100), 1.0);
        QCOMPARE(scale.heightOf(25), 0.25);
        QCOMPARE(scale.heightOf(0), 0.0);
        const auto ticks = scale.ticks();
        QCOMPARE(ticks.size(), std::size_t(3));
        QCOMPARE(ticks[1].count, std::optional<std::int64_t>(50));
        QCOMPARE(ticks[2].count, std::optional<std::int64_t>(100));
    }

    void middleOfAnOddCountIsNotLabelled() {
        IouHistogram histogram;
        histogram.crack[3] = 7;
        const auto ticks = HistogramScale(histogram).ticks();
        QCOMPARE(ticks[1].height, 0.5);
        QVERIFY(!ticks[1].count);
    }

    void countsFarApartAreLogarithmic() {
        IouHistogram histogram;
        histogram.noCrack[0] = 16'726;
        histogram.crack[6] = 50;
        histogram.crack[9] = 130;
        const HistogramScale scale(histogram);
        QVERIFY(scale.isLogarithmic());
        QCOMPARE(scale.heightOf(0), 0.0);
        QVERIFY(scale.heightOf(1) > 0.05);
        QVERIFY(scale.heightOf(50) > 0.4);
        QCOMPARE(scale.heightOf(16'726), 1.0);
        // A decade is as high wherever it lies.
        const double decade = scale.heightOf(100) - scale.heightOf(10);
        QVERIFY(qFuzzyCompare(scale.heightOf(1000) - scale.heightOf(100), decade));
        QVERIFY(qFuzzyCompare(scale.heightOf(10) - scale.heightOf(1), decade));
        std::vector<std::int64_t> counts;
        for (const HistogramScale::Tick& tick : scale.ticks()) {
            counts.push_back(tick.count.value());
            QCOMPARE(tick.height, scale.heightOf(*tick.count));
        }
        QCOMPARE(counts, (std::vector<std::int64_t>{1, 10, 100, 1000, 10'000}));
    }

    void justMoreThanFiftyTimesIsTooFar() {
        IouHistogram histogram;
        histogram.crack[9] = 2;
        histogram.noCrack[0] = 101;
        QVERIFY(HistogramScale(histogram).isLogarithmic());
        histogram.noCrack[0] = 100;
        QVERIFY(!HistogramScale(histogram).isLogarithmic());
    }

    void fewOfALabelInSomeBandsLeaveTheCountsInProportion() {
        IouHistogram histogram;
        histogram.noCrack[0] = 350;
        histogram.noCrack[2] = 2;
        histogram.crack[9] = 115;
        QVERIFY(!HistogramScale(histogram).isLogarithmic());
    }

    void oneLabelAloneIsInProportion() {
        IouHistogram histogram;
        histogram.noCrack[0] = 16'726;
        histogram.noCrack[4] = 1;
        QVERIFY(!HistogramScale(histogram).isLogarithmic());
    }

    void emptyHistogramHasAnAxis() {
        const HistogramScale scale{IouHistogram()};
        QVERIFY(!scale.isLogarithmic());
        QCOMPARE(scale.ticks().back().count, std::optional<std::int64_t>(1));
    }
};

QTEST_APPLESS_MAIN(tst_HistogramScale)

#include "tst_HistogramScale.moc"
