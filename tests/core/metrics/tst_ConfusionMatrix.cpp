#include "core/metrics/ConfusionMatrix.h"

#include <QTest>

using namespace fissure;

class tst_ConfusionMatrix : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void eachPairOfLabelAndPredictionCountsInItsCell() {
        ConfusionMatrix matrix;
        matrix.add(1, 1);
        matrix.add(0, 1);
        matrix.add(0, 1);
        for (int i = 0; i < 3; ++i) {
            matrix.add(0, 0);
        }
        for (int i = 0; i < 4; ++i) {
            matrix.add(1, 0);
        }
        QCOMPARE(matrix, (ConfusionMatrix{1, 2, 3, 4}));
        QCOMPARE(matrix.total(), std::int64_t(10));
    }

    void figuresAreThoseComputedByHand() {
        const ConfusionMatrix matrix{6, 2, 9, 3};
        QCOMPARE(matrix.accuracy(), 0.75);
        QCOMPARE(matrix.precision(), 0.75);
        QCOMPARE(matrix.recall(), 2.0 / 3.0);
        QCOMPARE(matrix.f1(), 12.0 / 17.0);
        QCOMPARE(matrix.falsePositiveRate(), 2.0 / 11.0);
    }

    void figuresWithoutADenominatorAreZero_data() {
        QTest::addColumn<QList<qint64>>("counts");
        QTest::addColumn<double>("accuracy");
        QTest::newRow("nothing at all") << QList<qint64>{0, 0, 0, 0} << 0.0;
        QTest::newRow("nothing predicted as crack") << QList<qint64>{0, 0, 3, 1} << 0.75;
        QTest::newRow("no crack among the labels") << QList<qint64>{0, 2, 2, 0} << 0.5;
        QTest::newRow("everything wrong") << QList<qint64>{0, 5, 0, 5} << 0.0;
    }
    void figuresWithoutADenominatorAreZero() {
        QFETCH(QList<qint64>, counts);
        QFETCH(double, accuracy);
        const ConfusionMatrix matrix{counts[0], counts[1], counts[2], counts[3]};
        QCOMPARE(matrix.precision(), 0.0);
        QCOMPARE(matrix.recall(), 0.0);
        QCOMPARE(matrix.f1(), 0.0);
        QCOMPARE(ConfusionMatrix{}.falsePositiveRate(), 0.0);
        QCOMPARE(matrix.accuracy(), accuracy);
    }

    void countsBeyondThirtyTwoBitsDoNotOverflow() {
        const std::int64_t many = 5'000'000'000;
        const ConfusionMatrix matrix{many, many, many, many};
        QCOMPARE(matrix.total(), 4 * many);
        QCOMPARE(matrix.accuracy(), 0.5);
        QCOMPARE(matrix.f1(), 0.5);
    }
};

QTEST_APPLESS_MAIN(tst_ConfusionMatrix)
#include "tst_ConfusionMatrix.moc"
