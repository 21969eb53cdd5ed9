#include "ui/common/CurveChart.h"
#include "ui/common/CurveTools.h"
#include "ui/common/CurveView.h"
#include "ui/common/Theme.h"

#include <QAction>
#include <QApplication>
#include <QElapsedTimer>
#include <QGraphicsTextItem>
#include <QImage>
#include <QLocale>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>
#include <QWheelEvent>

#include <cmath>
#include <limits>

using namespace fissure::ui;

namespace {

/// A chart of one series y = x / 10 on [0, 10], shown and drawn.
struct Shown {
    CurveChart chart{QStringLiteral("Loss"), QStringLiteral("Epoch"), QString()};
    int series = chart.addSeries(QStringLiteral("training"), Meaning::Training, SeriesStyle::Bold);

    Shown() {
        std::vector<QPointF> points;
        for (int i = 0; i <= 10; ++i) {
            points.emplace_back(i, i / 10.0);
        }
        chart.setPoints(series, points);
        chart.resize(600, 400);
        chart.show();
        if (!QTest::qWaitForWindowExposed(&chart)) {
            qFatal("the chart was not shown");
        }
        settle();
    }

    void settle() {
        QSignalSpy spy(&chart, &CurveChart::redrawn);
        chart.append(series, 10.0,
                     std::numeric_limits<double>::quiet_NaN()); // asks for a redraw, adds nothing
        QVERIFY(spy.wait(2000));
    }

    QWidget* surface() { return chart.findChild<CurveView*>()->viewport(); }

    /// Returns whether the chart took the turn.
    bool turnWheel(Qt::KeyboardModifiers keys) {
        const QPointF at(300, 150);
        QWheelEvent wheel(at, surface()->mapToGlobal(at), {}, {0, 120}, Qt::NoButton, keys, Qt::NoScrollPhase,
                          false);
        QApplication::sendEvent(surface(), &wheel);
        return chart.isZoomed();
    }

    /// What stands at the axes.
    QStringList labels() const {
        QStringList texts;
        for (const QGraphicsItem* item : chart.findChild<CurveView*>()->scene()->items()) {
            if (const auto* label = qgraphicsitem_cast<const QGraphicsTextItem*>(item);
                label != nullptr && label->isVisible()) {
                texts << label->toPlainText();
            }
        }
        return texts;
    }

    void drag(QPoint from, QPoint to, Qt::MouseButton button = Qt::LeftButton,
              Qt::KeyboardModifiers keys = {}) {
        QTest::mousePress(surface(), button, keys, from);
        QTest::mouseMove(surface(), (from + to) / 2);
        QTest::mouseMove(surface(), to);
        QTest::mouseRelease(surface(), button, keys, to);
    }
};

int pixelsOf(const QColor& colour, const QImage& image) {
    int count = 0;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            count += image.pixelColor(x, y) == colour ? 1 : 0;
        }
    }
    return count;
}

} // namespace

class tst_CurveChart : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { applyTheme(*qApp, ThemeChoice::Light); }

    void axesFollowTheData() {
        Shown shown;
        QCOMPARE(shown.chart.visibleRange().left(), 0.0);
        QCOMPARE(shown.chart.visibleRange().right(), 10.0);
        shown.chart.append(shown.series, 50.0, 3.0);
        QCOMPARE(shown.chart.visibleRange().right(), 50.0);
        QVERIFY(shown.chart.visibleRange().bottom() >= 3.0);
        QVERIFY(!shown.chart.isZoomed());
    }

    void boundsHoldWhateverTheData() {
        Shown shown;
        shown.chart.setBounds({0.0, 1.0}, {0.0, 1.0});
        shown.settle();
        const QRectF whole = shown.chart.visibleRange();
        QVERIFY(whole.contains(QRectF(0.0, 0.0, 1.0, 1.0)));
        QVERIFY(whole.width() < 1.1 && whole.height() < 1.1);
        shown.chart.append(shown.series, 50.0, 3.0);
        QCOMPARE(shown.chart.visibleRange(), whole);
        shown.drag({200, 100}, {400, 250});
        QVERIFY(shown.chart.isZoomed() && whole.contains(shown.chart.visibleRange()));
        shown.chart.resetZoom();
        QCOMPARE(shown.chart.visibleRange(), whole);
    }

    void markedPointIsDrawnInTheTextsColourOfTheTheme() {
        for (const ThemeChoice theme : {ThemeChoice::Light, ThemeChoice::Dark}) {
            applyTheme(*qApp, theme);
            Shown shown;
            shown.chart.setBounds({0.0, 1.0}, {0.0, 1.0});
            shown.chart.clear();
            shown.settle();
            const QImage without = shown.chart.grab().toImage();
            shown.chart.markPoint({0.5, 0.5}, QStringLiteral("threshold: 0.50"));
            const QImage with = shown.chart.grab().toImage();
            QVERIFY(with != without);
            const QColor text = shown.chart.palette().color(QPalette::WindowText);
            QVERIFY(pixelsOf(text, with) > pixelsOf(text, without) + 10);
            shown.chart.markPoint({}, {});
            QCOMPARE(shown.chart.grab().toImage(), without);
        }
        applyTheme(*qApp, ThemeChoice::Light);
    }

    void anotherTitleIsReadOut() {
        Shown shown;
        shown.chart.setTitle(QStringLiteral("ROC, AUC 0.750"));
        QCOMPARE(shown.chart.accessibleName(), QStringLiteral("ROC, AUC 0.750"));
    }

    void boxZoomShowsTheBoxAndIsKeptWhileDataArrive() {
        Shown shown;
        const QRectF whole = shown.chart.visibleRange();
        shown.drag({200, 100}, {400, 250});
        QVERIFY(shown.chart.isZoomed());
        const QRectF zoomed = shown.chart.visibleRange();
        QVERIFY(whole.contains(zoomed));
        QVERIFY(zoomed.width() < 0.5 * whole.width());
        shown.chart.append(shown.series, 100.0, 5.0);
        shown.settle();
        QCOMPARE(shown.chart.visibleRange(), zoomed);
    }

    void tinyBoxIsAClickAndZoomsNothing() {
        Shown shown;
        shown.drag({200, 100}, {202, 101});
        QVERIFY(!shown.chart.isZoomed());
    }

    void doubleClickShowsAllAgain() {
        Shown shown;
        const QRectF whole = shown.chart.visibleRange();
        shown.drag({200, 100}, {400, 250});
        QVERIFY(shown.chart.isZoomed());
        QTest::mouseDClick(shown.surface(), Qt::LeftButton, {}, {300, 150});
        QVERIFY(!shown.chart.isZoomed());
        QCOMPARE(shown.chart.visibleRange(), whole);
    }

    void wheelZoomsAtTheCursor() {
        Shown shown;
        const QRectF whole = shown.chart.visibleRange();
        QVERIFY(shown.turnWheel(Qt::NoModifier));
        QVERIFY(whole.contains(shown.chart.visibleRange()));
        QVERIFY(qAbs(shown.chart.visibleRange().width() / whole.width() - 0.85) < 1e-6);
    }

    void wheelBelongsToThePageUnlessControlIsHeld() {
        Shown shown;
        shown.chart.setWheelZooms(WheelZoom::WithControl);
        QVERIFY(!shown.turnWheel(Qt::NoModifier));
        QVERIFY(!shown.chart.isZoomed());
        QVERIFY(shown.turnWheel(Qt::ControlModifier));
        QVERIFY(shown.chart.isZoomed());
    }

    void chartsOfOneSpanLineUp() {
        Shown shown;
        CurveChart other(QStringLiteral("Crack"), QStringLiteral("Epoch"), QString());
        const int marked = other.addSeries(QStringLiteral("F1"), Meaning::Correct, SeriesStyle::BoldMarked);
        other.append(marked, 3.0, 0.5);
        for (CurveChart* chart : {&shown.chart, &other}) {
            chart->setXSpan({0.0, 12.0});
        }
        QCOMPARE(other.visibleRange().left(), shown.chart.visibleRange().left());
        QCOMPARE(other.visibleRange().right(), shown.chart.visibleRange().right());
        QVERIFY(other.visibleRange().right() >= 12.0);
        other.append(marked, 20.0, 0.5);
        QVERIFY(other.visibleRange().right() >= 20.0);
    }

    void wholeThingsHaveWholeTicksUntilTheUserZooms() {
        Shown shown;
        shown.chart.setYUnit(CurveUnit::Percent);
        shown.chart.setWholeX(true);
        shown.chart.setPoints(shown.series, {{1.0, 0.4}});
        shown.settle();
        // The chart lays its labels out when it returns to the event loop.
        QTRY_VERIFY(shown.labels().contains(QStringLiteral("1")));
        QTRY_VERIFY(shown.labels().filter(QStringLiteral(".")).isEmpty());
        shown.turnWheel(Qt::NoModifier);
        shown.settle();
        QTRY_VERIFY(!shown.labels().filter(QStringLiteral(".")).isEmpty());
    }

    void axesWriteNumbersInTheUsersNotation() {
        const QLocale before;
        QLocale::setDefault(QLocale(QLocale::German, QLocale::Germany));
        {
            Shown shown;
            QTRY_VERIFY2(shown.labels().contains(QStringLiteral("0,4")),
                         qPrintable(shown.labels().join(QLatin1Char(' '))));
            shown.chart.setYUnit(CurveUnit::Percent);
            shown.settle();
            QTRY_VERIFY2(shown.labels().contains(QStringLiteral("40 %")),
                         qPrintable(shown.labels().join(QLatin1Char(' '))));
            QVERIFY(shown.labels().filter(QStringLiteral("%%")).isEmpty());
        }
        QLocale::setDefault(before);
    }

    void emptyChartSaysWhyAndAFilledOneDoesNot() {
        Shown shown;
        const auto* view = shown.chart.findChild<CurveView*>();
        shown.chart.setEmptyText(QStringLiteral("After the first epoch."));
        shown.settle();
        QVERIFY(view->notice().isEmpty());
        shown.chart.clear();
        shown.settle();
        QCOMPARE(view->notice(), QStringLiteral("After the first epoch."));
    }

    void shiftAndMiddleDragMoveWithoutScaling_data() {
        QTest::addColumn<int>("button");
        QTest::addColumn<int>("keys");
        QTest::newRow("shift") << int(Qt::LeftButton) << int(Qt::ShiftModifier);
        QTest::newRow("middle") << int(Qt::MiddleButton) << int(Qt::NoModifier);
    }
    void shiftAndMiddleDragMoveWithoutScaling() {
        QFETCH(int, button);
        QFETCH(int, keys);
        Shown shown;
        const QRectF whole = shown.chart.visibleRange();
        shown.drag({400, 200}, {300, 200}, Qt::MouseButton(button), Qt::KeyboardModifiers(keys));
        const QRectF moved = shown.chart.visibleRange();
        QVERIFY(moved.left() > whole.left() + 1.0);
        QVERIFY(qAbs(moved.width() - whole.width()) < 1e-9);
    }

    void chipHidesItsSeries() {
        Shown shown;
        const int second =
            shown.chart.addSeries(QStringLiteral("validation"), Meaning::Validation, SeriesStyle::Dashed);
        shown.chart.setPoints(second, {{0.0, 90.0}, {1.0, 95.0}});
        QVERIFY(shown.chart.visibleRange().bottom() >= 95.0);
        auto* chip = shown.chart.findChild<QToolButton*>(QStringLiteral("seriesChip1"));
        QVERIFY(chip != nullptr);
        QTest::mouseClick(chip, Qt::LeftButton);
        QVERIFY(!shown.chart.isSeriesVisible(second));
        QVERIFY(shown.chart.isSeriesVisible(shown.series));
        QVERIFY(shown.chart.visibleRange().bottom() <= 2.0);
    }

    void fractionsStayWithinZeroAndOne() {
        Shown shown;
        shown.chart.setYUnit(CurveUnit::Percent);
        shown.chart.setPoints(shown.series, {{1.0, 0.985}, {2.0, 0.99}, {3.0, 1.0}});
        const QRectF range = shown.chart.visibleRange();
        QVERIFY(range.bottom() <= 1.0 + 1e-12);
        QVERIFY(range.top() > 0.5);
        QVERIFY(range.top() < 0.985);
    }

    void onePointIsShownWithRoomAroundIt() {
        Shown shown;
        shown.chart.setPoints(shown.series, {{1.0, 0.4}});
        QCOMPARE(shown.chart.visibleRange().left(), 0.5);
        QCOMPARE(shown.chart.visibleRange().right(), 1.5);
        QVERIFY(shown.chart.visibleRange().height() > 0.0);
    }

    void logarithmicAxisFitsThePositiveValues() {
        Shown shown;
        shown.chart.setLogarithmic(true);
        shown.settle();
        const QRectF range = shown.chart.visibleRange();
        QVERIFY2(range.top() > 0.0 && range.top() < 0.1, qPrintable(QString::number(range.top())));
        QVERIFY(range.bottom() > 1.0 && range.bottom() < 1.5);
        // The first point is at 0, which has no logarithm.
        QCOMPARE(shown.chart.drawnPoints(shown.series), 10);
        shown.chart.setLogarithmic(false);
        shown.settle();
        QCOMPARE(shown.chart.drawnPoints(shown.series), 11);
    }

    void toolbarIsThereWhileTheCursorIsOverTheChart() {
        Shown shown;
        auto* tools = shown.chart.findChild<CurveTools*>();
        // The cursor may lie where the chart came up.
        QEvent away(QEvent::Leave);
        QApplication::sendEvent(&shown.chart, &away);
        QVERIFY(!tools->isVisible());
        QEnterEvent enter({10, 10}, {10, 10}, {10, 10});
        QApplication::sendEvent(&shown.chart, &enter);
        QVERIFY(tools->isVisible());
        QVERIFY(shown.chart.rect().contains(tools->geometry()));
        QEvent leave(QEvent::Leave);
        QApplication::sendEvent(&shown.chart, &leave);
        QVERIFY(!tools->isVisible());
    }

    void toolsOfferOnlyWhatHasAnEffect() {
        Shown shown;
        const auto isOffered = [&shown](const char* name) {
            return shown.chart.findChild<QAction*>(QString::fromLatin1(name))->isVisible();
        };
        QVERIFY(isOffered("curveLogarithm"));
        QVERIFY(!isOffered("curveSmoothing"));
        shown.chart.addSeries(QStringLiteral("steps"), Meaning::Training, SeriesStyle::Faint);
        QVERIFY(isOffered("curveSmoothing"));
        shown.chart.setYUnit(CurveUnit::Percent);
        QVERIFY(!isOffered("curveLogarithm"));
    }

    void clearingEndsTheZoomAndEmptiesTheCurves() {
        Shown shown;
        shown.drag({200, 100}, {400, 250});
        shown.chart.clear();
        QVERIFY(!shown.chart.isZoomed());
        shown.settle();
        QCOMPARE(shown.chart.drawnPoints(shown.series), 0);
    }

    void redrawsAtMostTenTimesASecond() {
        Shown shown;
        QSignalSpy spy(&shown.chart, &CurveChart::redrawn);
        QElapsedTimer timer;
        timer.start();
        double x = 11.0;
        while (timer.elapsed() < 550) {
            shown.chart.append(shown.series, x, std::sin(x));
            x += 0.01;
            QCoreApplication::processEvents();
        }
        QVERIFY2(spy.count() >= 2 && spy.count() <= 6, qPrintable(QString::number(spy.count())));
    }

    void hiddenChartDoesNotRedraw() {
        Shown shown;
        shown.chart.hide();
        QSignalSpy spy(&shown.chart, &CurveChart::redrawn);
        shown.chart.append(shown.series, 20.0, 1.0);
        QVERIFY(!spy.wait(250));
        shown.chart.show();
        QVERIFY(!spy.isEmpty());
    }

    void aHundredThousandPointsStaySmooth() {
        Shown shown;
        std::vector<QPointF> points;
        for (int i = 0; i < 100'000; ++i) {
            points.emplace_back(i, std::sin(i * 0.001) + (i % 7) * 0.1);
        }
        shown.chart.setPoints(shown.series, std::move(points));
        shown.settle();
        QVERIFY(shown.chart.drawnPoints(shown.series) <= 2 * shown.chart.width() + 2);
        QElapsedTimer timer;
        timer.start();
        constexpr int kRounds = 5;
        for (int round = 0; round < kRounds; ++round) {
            shown.chart.append(shown.series, 100'000.0 + round, 0.5);
            shown.settle();
            shown.chart.grab();
        }
        // The redraw timer alone accounts for 100 ms a round.
        QVERIFY2(timer.elapsed() < kRounds * 250, qPrintable(QString::number(timer.elapsed())));
    }

    void painting() {
        Shown shown;
        for (int i = 0; i < 100'000; ++i) {
            shown.chart.append(shown.series, 10.0 + i, std::sin(i * 0.001) + (i % 7) * 0.1);
        }
        shown.settle();
        QBENCHMARK {
            shown.chart.grab();
        }
    }
};

QTEST_MAIN(tst_CurveChart)
#include "tst_CurveChart.moc"
