#include "core/metrics/LabelRule.h"
#include "core/metrics/TrainMetrics.h"

#include <QTest>

using namespace fissure;

class tst_LabelRule : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void crackIsWhatIsAboveTheThreshold() {
        QCOMPARE(labelAt(0.3501, true, 0, 0.35), 1);
        QCOMPARE(labelAt(0.35, true, 1, 0.35), 0);
        QCOMPARE(labelAt(0.36, false, 0, 0.35), 1);
        QCOMPARE(labelAt(0.34, false, 1, 0.35), 0);
    }

    void roundedIouNearTheThresholdKeepsTheLabelOfTheName() {
        for (const int label : {0, 1}) {
            QCOMPARE(labelAt(0.35, false, label, 0.35), label);
            QCOMPARE(labelAt(0.35, false, label, 0.355), label); // as far as rounding reaches
            QCOMPARE(labelAt(0.35, false, label, 0.345), label);
        }
        QVERIFY(isAmbiguousAt(0.35, false, 0.345));
        QVERIFY(!isAmbiguousAt(0.35, false, 0.356));
        QVERIFY(!isAmbiguousAt(0.35, true, 0.35));
    }

    void labelOfAPredictionIsThatOfItsNameOnlyNearTheThreshold() {
        const Prediction prediction{"wall.2.0_35.0.jpg", 0.35, 1, 0.9, 0.0};
        QCOMPARE(labelAt(prediction, 0.0), 1); // what its run took it for
        QCOMPARE(labelAt(prediction, 0.35), 0);
        QCOMPARE(labelAt(prediction, 0.3), 1);
        QCOMPARE(labelAt(prediction, 0.5), 0);
    }

    void thresholdOfZeroKeepsTheLabelOfTheName() {
        QCOMPARE(labelAt(0.9, true, 0, 0.0), 0);
        QCOMPARE(labelAt(0.1, true, 1, 0.0), 1);
    }
};

QTEST_APPLESS_MAIN(tst_LabelRule)
#include "tst_LabelRule.moc"
