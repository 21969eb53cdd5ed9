#include "core/engine/train/EarlyStopping.h"

#include <QTest>

using namespace fissure;

class TestEarlyStopping final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void stopsAfterPatienceEpochsWithoutALowerLoss() {
        EarlyStopping stopping(2);
        QVERIFY(stopping.isBest(1, 0.5));
        QVERIFY(!stopping.isBest(2, 0.6));
        QVERIFY(!stopping.shouldStop());
        QVERIFY(!stopping.isBest(3, 0.5)); // equal is not lower
        QVERIFY(stopping.shouldStop());
        QCOMPARE(stopping.bestEpoch(), 1);
    }

    void lowerLossStartsTheCountAnew() {
        EarlyStopping stopping(2);
        stopping.isBest(1, 0.5);
        stopping.isBest(2, 0.6);
        QVERIFY(stopping.isBest(3, 0.4));
        stopping.isBest(4, 0.45);
        QVERIFY(!stopping.shouldStop());
        QCOMPARE(stopping.bestEpoch(), 3);
    }

    void patienceZeroNeverStops() {
        EarlyStopping stopping(0);
        for (int epoch = 1; epoch <= 100; ++epoch) {
            stopping.isBest(epoch, epoch);
            QVERIFY(!stopping.shouldStop());
        }
        QCOMPARE(stopping.bestEpoch(), 1);
    }
};

QTEST_GUILESS_MAIN(TestEarlyStopping)
#include "tst_EarlyStopping.moc"
