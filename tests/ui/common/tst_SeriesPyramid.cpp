#include "core/base/Seed.h"
#include "ui/common/SeriesPyramid.h"

#include <QElapsedTimer>
#include <QTest>

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>

using namespace fissure;
using namespace fissure::ui;

namespace {

SeriesPyramid noise(int count, std::uint64_t seed) {
    Rng rng(seed);
    SeriesPyramid pyramid;
    double x = 0.0;
    for (int i = 0; i < count; ++i) {
        x += uniformBelow(rng, 4) == 0 ? 0.0 : uniform01(rng); // some share their x
        pyramid.append(x, uniform01(rng));
    }
    return pyramid;
}

} // namespace

class tst_SeriesPyramid : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void emptyPyramidShowsNothing() {
        const SeriesPyramid pyramid;
        QVERIFY(pyramid.isEmpty());
        QVERIFY(pyramid.visible(0.0, 1.0, 100).isEmpty());
        QVERIFY(!pyramid.yRange(0.0, 1.0));
        QVERIFY(!pyramid.nearest(0.5));
    }

    void rangesEqualThoseOfTheRawPoints() {
        for (const int count : {1, 2, 3, 7, 8, 9, 1000, 1023, 1024, 1025}) {
            const SeriesPyramid pyramid = noise(count, 7);
            Rng rng(11);
            const double end = pyramid.points().back().x();
            for (int round = 0; round < 200; ++round) {
                const double a = uniform01(rng) * (end + 1.0);
                const double b = uniform01(rng) * (end + 1.0);
                const double x0 = std::min(a, b);
                const double x1 = std::max(a, b);
                double low = std::numeric_limits<double>::infinity();
                double high = -low;
                for (const QPointF& point : pyramid.points()) {
                    if (point.x() >= x0 && point.x() <= x1) {
                        low = std::min(low, point.y());
                        high = std::max(high, point.y());
                    }
                }
                const auto range = pyramid.yRange(x0, x1);
                QCOMPARE(range.has_value(), std::isfinite(low));
                if (range) {
                    QCOMPARE(range->first, low);
                    QCOMPARE(range->second, high);
                }
            }
        }
    }

    void everySpikeIsDrawn() {
        SeriesPyramid pyramid;
        const std::vector<int> spikes{0, 1, 4095, 4096, 50'001, 77'777, 99'999};
        for (int i = 0; i < 100'000; ++i) {
            const bool isSpike = std::ranges::find(spikes, i) != spikes.end();
            pyramid.append(i, isSpike ? (i % 2 == 0 ? 100.0 + i : -100.0 - i) : std::sin(i * 0.01));
        }
        for (const int columns : {50, 333, 1000}) {
            const QList<QPointF> shown = pyramid.visible(0.0, 99'999.0, columns);
            for (const int spike : spikes) {
                // Spikes 0 and 1, 4095 and 4096 share columns, one up, one down: both stay.
                QVERIFY2(shown.contains(pyramid.points()[static_cast<std::size_t>(spike)]),
                         qPrintable(QStringLiteral("%1 of %2 columns").arg(spike).arg(columns)));
            }
        }
    }

    void atMostTwoPointsAColumn() {
        const SeriesPyramid pyramid = noise(20'000, 3);
        const double end = pyramid.points().back().x();
        constexpr int kColumns = 128;
        for (const auto& [x0, x1] :
             {std::pair{0.0, end}, {end * 0.2, end * 0.3}, {end * 0.5, end * 0.5001}}) {
            std::map<int, int> counts;
            int outside = 0;
            for (const QPointF& point : pyramid.visible(x0, x1, kColumns)) {
                if (point.x() < x0 || point.x() > x1) {
                    ++outside;
                    continue;
                }
                // A point on a border belongs to the column at its left.
                const double position = (point.x() - x0) / (x1 - x0) * kColumns;
                ++counts[std::max(0, static_cast<int>(std::ceil(position - 1e-9)) - 1)];
            }
            for (const auto& [column, count] : counts) {
                QVERIFY2(count <= 2,
                         qPrintable(QStringLiteral("%1 points in column %2").arg(count).arg(column)));
            }
            QVERIFY(outside <= 2);
        }
    }

    void drawnPointsAreInTheOrderOfX() {
        const SeriesPyramid pyramid = noise(5'000, 5);
        const QList<QPointF> shown = pyramid.visible(100.0, 900.0, 77);
        QVERIFY(shown.size() > 77);
        QVERIFY(std::ranges::is_sorted(shown, {}, [](const QPointF& point) { return point.x(); }));
    }

    void fewPointsAreAllDrawn() {
        SeriesPyramid pyramid;
        for (int i = 1; i <= 20; ++i) {
            pyramid.append(i, 1.0 / i);
        }
        QCOMPARE(pyramid.visible(1.0, 20.0, 400).size(), qsizetype{20});
    }

    void linesReachTheEdgesOfAZoom() {
        SeriesPyramid pyramid;
        for (int i = 0; i <= 10; ++i) {
            pyramid.append(i, i);
        }
        const QList<QPointF> shown = pyramid.visible(4.2, 5.8, 100);
        QCOMPARE(shown, QList<QPointF>({{4, 4}, {5, 5}, {6, 6}}));
        QCOMPARE(pyramid.visible(4.2, 4.8, 100), QList<QPointF>({{4, 4}, {5, 5}}));
    }

    void assigningSortsAndLeavesOutWhatIsNotFinite() {
        SeriesPyramid pyramid;
        const double nan = std::numeric_limits<double>::quiet_NaN();
        pyramid.assign(
            {{3, 30}, {1, 10}, {nan, 1}, {2, nan}, {2, 20}, {4, -std::numeric_limits<double>::infinity()}});
        QCOMPARE(pyramid.points(), (std::vector<QPointF>{{1, 10}, {2, 20}, {3, 30}}));
        pyramid.append(5, nan);
        QCOMPARE(pyramid.size(), std::size_t{3});
    }

    void assigningEqualsAppending() {
        const SeriesPyramid appended = noise(3'000, 9);
        SeriesPyramid assigned;
        assigned.assign(appended.points());
        QCOMPARE(assigned.visible(0.0, 1e9, 200), appended.visible(0.0, 1e9, 200));
    }

    void nearestIsTheClosestRawPoint() {
        SeriesPyramid pyramid;
        for (const double x : {1.0, 2.0, 4.0, 8.0}) {
            pyramid.append(x, -x);
        }
        QCOMPARE(pyramid.nearest(-5.0)->x(), 1.0);
        QCOMPARE(pyramid.nearest(2.9)->x(), 2.0);
        QCOMPARE(pyramid.nearest(3.1)->x(), 4.0);
        QCOMPARE(pyramid.nearest(100.0)->x(), 8.0);
    }

    void appendingDoesNotSlowDown() {
        // O(n) a point would take minutes for these.
        SeriesPyramid pyramid;
        QElapsedTimer timer;
        timer.start();
        for (int i = 0; i < 1'000'000; ++i) {
            pyramid.append(i, i % 977);
        }
        QCOMPARE(pyramid.yRange(0.0, 1e6), (std::optional<std::pair<double, double>>{{0.0, 976.0}}));
        QVERIFY2(timer.elapsed() < 5'000, qPrintable(QString::number(timer.elapsed())));
    }

    void drawing() {
        const SeriesPyramid pyramid = noise(1'000'000, 1);
        const double end = pyramid.points().back().x();
        QBENCHMARK {
            QVERIFY(pyramid.visible(0.0, end, 1000).size() <= 2000);
        }
    }
};

QTEST_GUILESS_MAIN(tst_SeriesPyramid)
#include "tst_SeriesPyramid.moc"
