#include "core/config/EpochSteps.h"

#include <QTest>

using namespace fissure;

namespace {

std::int64_t stepsOf(std::int64_t proposals, std::int64_t imageSizePx) {
    RunConfig config;
    config.batchSize = 8;
    config.imageSizePx = imageSizePx;
    return stepsInEpoch(config, proposals);
}

} // namespace

class tst_EpochSteps : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyBatchIsAStep() {
        QCOMPARE(stepsOf(0, 224), 0);
        QCOMPARE(stepsOf(7, 224), 1);
        QCOMPARE(stepsOf(8, 224), 1);
        QCOMPARE(stepsOf(9, 224), 2);
        QCOMPARE(stepsOf(16, 224), 2);
    }

    void loneLastProposalJoinsTheBatchBeforeWhereItLeavesASinglePixel() {
        QCOMPARE(stepsOf(17, 33), 3);
        QCOMPARE(stepsOf(17, 32), 2);
        QCOMPARE(stepsOf(18, 32), 3);
        QCOMPARE(stepsOf(1, 32), 1); // there is none before
    }
};

QTEST_APPLESS_MAIN(tst_EpochSteps)
#include "tst_EpochSteps.moc"
