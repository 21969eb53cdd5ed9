#include "core/engine/dataset/BatchLoader.h"
#include "core/engine/samplers/Samplers.h"
#include "tests/core/engine/support/TestCrops.h"

#include <QTest>

#include <filesystem>

using namespace fissure;
using namespace fissure::test;

namespace {

constexpr int kSidePx = 16;

BatchPlan planOf(std::size_t count, std::size_t batchSize) {
    return planBatches(sequentialOrder(count), batchSize, LoneSample::OwnBatch);
}

LoaderOptions optionsOf(int threads, int prefetch, bool augmented = false, std::uint64_t seed = 3) {
    LoaderOptions options;
    options.threads = threads;
    options.prefetchBatches = prefetch;
    options.augmentationSeed = seed;
    if (augmented) {
        options.augmentation = AugmentationSettings{0.5, 0.5, 180.0};
    }
    return options;
}

struct Pass {
    std::vector<std::vector<std::size_t>> samples; ///< by batch
    std::vector<float> pixels;                     ///< of all samples
    std::vector<SkippedFile> skipped;

    bool operator==(const Pass&) const = default;
};

Pass loadAll(const CropSource& source, BatchPlan plan, const LoaderOptions& options) {
    BatchLoader loader(source, std::move(plan), options);
    Pass pass;
    while (const LoadedBatch* batch = loader.next({}).value()) {
        pass.samples.push_back(batch->samples);
        const auto used = static_cast<std::ptrdiff_t>(batch->samples.size() * source.floatsPerCrop());
        pass.pixels.insert(pass.pixels.end(), batch->pixels.begin(), batch->pixels.begin() + used);
        pass.skipped.insert(pass.skipped.end(), batch->skipped.begin(), batch->skipped.end());
    }
    return pass;
}

} // namespace

class TestBatchLoader final : public QObject {
    Q_OBJECT

private:
    const TestCrops m_crops{13, kSidePx};
    CropSource source() const { return {m_crops.folder(), m_crops.proposals(), kSidePx}; }

private Q_SLOTS:
    void batchesComeInTheOrderOfThePlan() {
        const CropSource crops = source();
        const Pass pass = loadAll(crops, planOf(13, 4), optionsOf(3, 2));
        const std::vector<std::vector<std::size_t>> expected{
            {0, 1, 2, 3}, {4, 5, 6, 7}, {8, 9, 10, 11}, {12}};
        QCOMPARE(pass.samples, expected);
        std::vector<float> alone(crops.floatsPerCrop());
        for (std::size_t sample = 0; sample < 13; ++sample) {
            QVERIFY(crops.load(sample, {}, alone).has_value());
            QVERIFY(std::equal(alone.begin(), alone.end(),
                               pass.pixels.begin() + static_cast<std::ptrdiff_t>(sample * alone.size())));
        }
    }

    void pixelsDoNotDependOnTheThreads() {
        const CropSource crops = source();
        const Pass alone = loadAll(crops, planOf(13, 4), optionsOf(1, 1, true));
        QVERIFY(loadAll(crops, planOf(13, 4), optionsOf(4, 3, true)) == alone);
        QVERIFY(loadAll(crops, planOf(13, 4), optionsOf(4, 3, true, 4)) != alone);
    }

    void sampleDrawnTwiceIsAugmentedTwice() {
        const CropSource crops = source();
        const Pass pass = loadAll(crops, planBatches({5, 5}, 2, LoneSample::OwnBatch), optionsOf(2, 1, true));
        const auto half = static_cast<std::ptrdiff_t>(crops.floatsPerCrop());
        QVERIFY(!std::equal(pass.pixels.begin(), pass.pixels.begin() + half, pass.pixels.begin() + half));
    }

    void unreadableCropsLeaveTheirBatchSmaller() {
        const TestCrops crops(6, kSidePx);
        crops.cutOff(0);
        std::filesystem::remove(crops.folder() / crops.proposals()[2].file);
        const CropSource damaged(crops.folder(), crops.proposals(), kSidePx);
        const Pass pass = loadAll(damaged, planOf(6, 3), optionsOf(2, 1));
        const std::vector<std::vector<std::size_t>> expected{{1}, {3, 4, 5}};
        QCOMPARE(pass.samples, expected);
        QCOMPARE(pass.skipped.size(), std::size_t{2});
        QCOMPARE(pass.skipped[0].file, (crops.folder() / crops.proposals()[0].file).string());
        QCOMPARE(pass.skipped[1].file, (crops.folder() / crops.proposals()[2].file).string());
        QVERIFY(!pass.skipped[0].reason.empty() && pass.skipped[0].reason != pass.skipped[1].reason);
        std::vector<float> alone(damaged.floatsPerCrop());
        QVERIFY(damaged.load(1, {}, alone).has_value());
        QVERIFY(std::equal(alone.begin(), alone.end(), pass.pixels.begin()));
    }

    void stopEndsTheWait() {
        const CropSource crops = source();
        BatchLoader loader(crops, planOf(13, 4), optionsOf(1, 1));
        std::stop_source stop;
        stop.request_stop();
        const auto next = loader.next(stop.get_token());
        QVERIFY(!next.has_value());
        QCOMPARE(next.error().code, ErrorCode::Stopped);
    }

    void loaderMayGoBeforeItsPassIsOver() {
        const CropSource crops = source();
        BatchLoader loader(crops, planOf(13, 2), optionsOf(4, 2));
        QVERIFY(loader.next({}).value() != nullptr);
    }

    void emptyPlanEndsAtOnce() {
        const CropSource crops = source();
        BatchLoader loader(crops, planOf(0, 4), optionsOf(2, 2));
        QVERIFY(loader.next({}).value() == nullptr);
    }
};

QTEST_GUILESS_MAIN(TestBatchLoader)
#include "tst_BatchLoader.moc"
