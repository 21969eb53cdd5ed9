#include "core/engine/dataset/BatchPlan.h"

#include <QTest>

#include <numeric>

using namespace fissure;

namespace {

BatchPlan planOf(std::size_t count, std::size_t batchSize, LoneSample lone) {
    std::vector<std::size_t> order(count);
    std::iota(order.begin(), order.end(), std::size_t{0});
    return planBatches(std::move(order), batchSize, lone);
}

std::vector<std::size_t> sizesOf(const BatchPlan& plan) {
    std::vector<std::size_t> sizes;
    for (std::size_t batch = 0; batch < plan.batches(); ++batch) {
        sizes.push_back(plan.sizeOf(batch));
    }
    return sizes;
}

using Sizes = std::vector<std::size_t>;

} // namespace

class TestBatchPlan final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void lastBatchIsTheRest() {
        QCOMPARE(sizesOf(planOf(10, 4, LoneSample::JoinsBatchBefore)), (Sizes{4, 4, 2}));
        QCOMPARE(sizesOf(planOf(8, 4, LoneSample::JoinsBatchBefore)), (Sizes{4, 4}));
    }

    void loneSampleJoinsTheBatchBeforeInTraining() {
        QCOMPARE(sizesOf(planOf(9, 4, LoneSample::JoinsBatchBefore)), (Sizes{4, 5}));
    }

    void loneSampleIsABatchWithoutTraining() {
        QCOMPARE(sizesOf(planOf(9, 4, LoneSample::OwnBatch)), (Sizes{4, 4, 1}));
    }

    void onlySampleIsABatch() { QCOMPARE(sizesOf(planOf(1, 4, LoneSample::JoinsBatchBefore)), Sizes{1}); }

    void nothingMakesNoBatch() { QCOMPARE(planOf(0, 4, LoneSample::OwnBatch).batches(), std::size_t{0}); }
};

QTEST_GUILESS_MAIN(TestBatchPlan)
#include "tst_BatchPlan.moc"
