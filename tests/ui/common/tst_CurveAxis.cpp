#include "ui/common/CurveAxis.h"

#include <QCategoryAxis>
#include <QChart>
#include <QLocale>
#include <QTest>
#include <QValueAxis>

#include <cmath>

using namespace fissure::ui;

namespace {

template <class Axis>
Axis& axisOf(const QChart& chart) {
    for (QAbstractAxis* axis : chart.axes()) {
        if (auto* found = qobject_cast<Axis*>(axis)) {
            return *found;
        }
    }
    qFatal("the chart has no such axis");
    std::abort();
}

/// A logarithmic axis that shows those values.
QStringList logarithmicLabels(double low, double high, int ticks) {
    QChart chart;
    auto* axis = new CurveAxis(chart, Qt::AlignLeft, {});
    axis->setLogarithmic(true);
    axis->show({std::log10(low), std::log10(high)}, ticks);
    return axisOf<QCategoryAxis>(chart).categoriesLabels();
}

} // namespace

class tst_CurveAxis : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { QLocale::setDefault(QLocale(QLocale::English)); }
    void cleanupTestCase() { QLocale::setDefault(QLocale::c()); }

    void decadesAreLabelledByTheirRoundNumbers() {
        QCOMPARE(logarithmicLabels(0.01, 1.0, 4),
                 (QStringList{QStringLiteral("0.01"), QStringLiteral("0.02"), QStringLiteral("0.05"),
                              QStringLiteral("0.1"), QStringLiteral("0.2"), QStringLiteral("0.5"),
                              QStringLiteral("1")}));
    }

    void labelsHaveEnoughDigitsToDiffer() {
        const QStringList labels = logarithmicLabels(0.412'300, 0.412'305, 5);
        QVERIFY2(labels.size() >= 3, qPrintable(labels.join(QLatin1Char(' '))));
    }

    void logarithmicLabelsFollowTheUsersNotation() {
        QLocale::setDefault(QLocale(QLocale::German, QLocale::Germany));
        QVERIFY(logarithmicLabels(0.01, 1.0, 4).contains(QStringLiteral("0,05")));
    }

    void ticksAreNotCloserThanTheSmallestStep() {
        QChart chart;
        auto* axis = new CurveAxis(chart, Qt::AlignBottom, {});
        axis->show({0.5, 1.5}, 6, 1.0);
        auto& drawn = axisOf<QValueAxis>(chart);
        QCOMPARE(drawn.tickInterval(), 1.0);
        QCOMPARE(drawn.labelFormat(), QStringLiteral("%.0f"));
        axis->show({0.5, 1.5}, 6);
        QCOMPARE(drawn.tickInterval(), 0.2);
        axis->show({0.0, 40.0}, 5, 1.0);
        QCOMPARE(drawn.tickInterval(), 10.0);
    }
};

QTEST_MAIN(tst_CurveAxis)
#include "tst_CurveAxis.moc"
