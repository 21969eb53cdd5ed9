#include "ui/launch/CheckPace.h"

#include <QTest>

using namespace fissure;
using namespace fissure::ui;
using std::chrono::milliseconds;

class tst_CheckPace : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void restTakesAsLongACropAsThoseBefore() {
        CheckPace pace;
        QVERIFY(!pace.left());
        pace.add({PreflightStage::TrainCrops, 100, 1100}, CheckPace::Elapsed(1.0));
        QVERIFY(!pace.left());
        pace.add({PreflightStage::TrainCrops, 350, 1100}, CheckPace::Elapsed(6.0));
        QCOMPARE(pace.left(), std::optional(milliseconds(15'000)));
    }

    void littleWasSeenTellsNothing() {
        CheckPace pace;
        pace.add({PreflightStage::TrainCrops, 100, 1100}, CheckPace::Elapsed(1.0));
        pace.add({PreflightStage::TrainCrops, 1000, 1100}, CheckPace::Elapsed(1.5));
        QVERIFY(!pace.left());
        pace.add({PreflightStage::TrainCrops, 1100, 1100}, CheckPace::Elapsed(9.0));
        QVERIFY(!pace.left()); // it is over
    }

    void everyStageHasItsOwnPace() {
        CheckPace pace;
        pace.add({PreflightStage::TrainCrops, 0, 1000}, CheckPace::Elapsed(0.0));
        pace.add({PreflightStage::TrainCrops, 999, 1000}, CheckPace::Elapsed(10.0));
        pace.add({PreflightStage::DryBatch, 0, 100}, CheckPace::Elapsed(11.0));
        QVERIFY(!pace.left());
        pace.add({PreflightStage::DryBatch, 25, 100}, CheckPace::Elapsed(16.0));
        QCOMPARE(pace.left(), std::optional(milliseconds(15'000)));
    }
};

QTEST_GUILESS_MAIN(tst_CheckPace)

#include "tst_CheckPace.moc"
