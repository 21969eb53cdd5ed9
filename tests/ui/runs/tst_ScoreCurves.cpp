#include "ui/common/CurveChart.h"
#include "ui/runs/ScoreCurves.h"

#include <QFile>
#include <QImage>
#include <QTemporaryDir>
#include <QTest>

#include <memory>
#include <vector>

using namespace fissure;
using namespace fissure::ui;

namespace {

/// Of 2 cracks and 2 others; at 0.5 one of each is right.
const std::vector<Prediction> kPredictions{
    {"a", 0.9, 1, 0.9, 0.0}, {"b", 0.1, 0, 0.2, 0.0}, {"c", 0.8, 1, 0.4, 0.0}, {"d", 0.2, 0, 0.6, 0.0}};
constexpr ConfusionMatrix kAtHalf{1, 1, 1, 1};

} // namespace

class tst_ScoreCurves : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() {
        m_curves = std::make_unique<ScoreCurves>();
        m_curves->resize(800, 300);
        m_curves->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_curves.get()));
    }

    void cleanup() { m_curves.reset(); }

    void curvesAreThoseOfThePredictions() {
        m_curves->setCurves(*Curves::of(kPredictions), 0.5, kAtHalf);
        QCOMPARE(valuesOf(m_curves->roc()),
                 QStringLiteral("Chance,0,0;Chance,0,0;Chance,0.5,0.5;Chance,0.5,0.5;Chance,1,1;"
                                "Run,0,0;Run,0,0.5;Run,0.5,0.5;Run,0.5,1;Run,1,1"));
        // Of 4 proposals 2 are cracks, of the first 3 there are 2.
        const QString precisionRecall = valuesOf(m_curves->precisionRecall());
        QVERIFY2(precisionRecall.startsWith(QStringLiteral("Chance,0,0.5;Chance,0.5,0.5;")),
                 qPrintable(precisionRecall));
        QVERIFY2(precisionRecall.contains(QStringLiteral("Run,0,1;Run,0.5,1;Run,0.5,0.5;Run,1,0.66")),
                 qPrintable(precisionRecall));
        QVERIFY2(precisionRecall.endsWith(QStringLiteral("Run,1,0.5")), qPrintable(precisionRecall));
        QCOMPARE(m_curves->roc().accessibleName(), QStringLiteral("ROC, AUC 0.750"));
        QCOMPARE(m_curves->precisionRecall().accessibleName(), QStringLiteral("Precision–recall, AP 0.833"));
    }

    void axesShowAllRatesWhateverTheCurves() {
        for (const CurveChart* chart : charts()) {
            const QRectF before = chart->visibleRange();
            QVERIFY(before.contains(QRectF(0.0, 0.0, 1.0, 1.0)));
            m_curves->setCurves(*Curves::of(kPredictions), 0.5, kAtHalf);
            QCOMPARE(chart->visibleRange(), before);
        }
    }

    void thresholdIsMarkedInBothCharts() {
        const Curves curves = *Curves::of(kPredictions);
        m_curves->setCurves(curves, 0.5, kAtHalf);
        for (const CurveChart* chart : charts()) {
            QTRY_COMPARE(chart->drawnPoints(1), 5);
        }
        const QList<QImage> atHalf = pictures();
        m_curves->setCurves(curves, 0.3, {2, 1, 1, 0});
        const QList<QImage> lower = pictures();
        QVERIFY(atHalf[0] != lower[0] && atHalf[1] != lower[1]);
        m_curves->setCurves(curves, 0.95, {0, 0, 2, 2}); // ROC has that point, precision has not
        QVERIFY(pictures()[0] != lower[0] && pictures()[1] != lower[1]);
    }

    void clearedChartsHaveNeitherPointsNorFigures() {
        m_curves->setCurves(*Curves::of(kPredictions), 0.5, kAtHalf);
        m_curves->clear();
        QCOMPARE(valuesOf(m_curves->roc()), QString());
        QCOMPARE(m_curves->roc().accessibleName(), QStringLiteral("ROC"));
        QCOMPARE(m_curves->precisionRecall().accessibleName(), QStringLiteral("Precision–recall"));
    }

    void chartsStandSideBySideWhereThereIsRoom() {
        QTRY_VERIFY(m_curves->precisionRecall().x() > m_curves->roc().x());
        QCOMPARE(m_curves->precisionRecall().y(), m_curves->roc().y());
        m_curves->resize(420, 600);
        QTRY_VERIFY(m_curves->precisionRecall().y() > m_curves->roc().y());
        QVERIFY(m_curves->minimumSizeHint().width() <= 420);
    }

private:
    QList<CurveChart*> charts() const { return {&m_curves->roc(), &m_curves->precisionRecall()}; }

    QList<QImage> pictures() const {
        return {m_curves->roc().grab().toImage(), m_curves->precisionRecall().grab().toImage()};
    }

    /// The points as they are saved, without the heading.
    static QString valuesOf(const CurveChart& chart) {
        const QTemporaryDir folder;
        const QString name = folder.filePath(QStringLiteral("values.csv"));
        if (!chart.saveValues(name)) {
            qFatal("the values were not saved");
        }
        QFile file(name);
        file.open(QIODevice::ReadOnly);
        QStringList lines = QString::fromUtf8(file.readAll()).split(QLatin1Char('\n'), Qt::SkipEmptyParts);
        lines.removeFirst();
        return lines.join(QLatin1Char(';')).remove(QLatin1Char('\r'));
    }

    std::unique_ptr<ScoreCurves> m_curves;
};

QTEST_MAIN(tst_ScoreCurves)
#include "tst_ScoreCurves.moc"
