#include "core/session/RunEstimate.h"

#include <QTest>

#include <cmath>

using namespace fissure;

namespace {

constexpr ComputeChoice kBf16Machine{Precision::Bf16, false};

RunConfig configOf(Backbone backbone, std::int64_t imageSizePx, std::int64_t batchSize) {
    RunConfig config;
    config.backbone = backbone;
    config.imageSizePx = imageSizePx;
    config.batchSize = batchSize;
    config.epochs = 20;
    return config;
}

RunSummary pastRun(std::int64_t id, const RunConfig& config, double imagesPerSecond) {
    RunSummary run;
    run.id = RunId{id};
    run.config = config;
    run.best = EpochMetrics{};
    run.best->imagesPerSecond = imagesPerSecond;
    return run;
}

bool isNear(std::int64_t bytes, double gigabytes) {
    return std::fabs(static_cast<double>(bytes) / 1e9 - gigabytes) < 0.05 * gigabytes;
}

std::int64_t memoryOf(const RunConfig& config) {
    return estimateRun(config, kBf16Machine, 100, 10, {}).memoryBytes;
}

} // namespace

class TestRunEstimate final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void memoryIsThatOfTheMeasuredRuns() {
        QVERIFY(isNear(memoryOf(configOf(Backbone::ResNext50_32x4d, 224, 8)), 0.95));
        QVERIFY(isNear(memoryOf(configOf(Backbone::ResNext50_32x4d, 224, 16)), 1.55));
        QVERIFY(isNear(memoryOf(configOf(Backbone::ResNext50_32x4d, 224, 32)), 2.6));
        RunConfig precise = configOf(Backbone::ResNext50_32x4d, 224, 16);
        precise.precision = Precision::Fp32;
        QVERIFY(isNear(memoryOf(precise), 1.6 * 1.55));
    }

    void memoryGrowsWithPixelsAndBackbone() {
        const std::int64_t small = memoryOf(configOf(Backbone::ResNext50_32x4d, 112, 16));
        // A quarter of the pixels is a quarter of the batch.
        QCOMPARE(small, memoryOf(configOf(Backbone::ResNext50_32x4d, 224, 4)));
        QVERIFY(2 * memoryOf(configOf(Backbone::ResNet18, 224, 16)) <
                memoryOf(configOf(Backbone::ResNext50_32x4d, 224, 16)));
    }

    void gpuHasItsOwnMemory() {
        const RunConfig config = configOf(Backbone::ResNet18, 224, 16);
        QCOMPARE(estimateRun(config, {Precision::Bf16, true}, 100, 10, {}).memoryBytes, std::int64_t(0));
    }

    void timeIsNotKnownWithoutAComparableRun() {
        const RunConfig config = configOf(Backbone::ResNet18, 112, 16);
        QVERIFY(!estimateRun(config, kBf16Machine, 100, 10, {}).time);
        RunSummary unfinished = pastRun(1, config, 50.0);
        unfinished.best.reset();
        RunConfig precise = config;
        precise.precision = Precision::Fp32;
        const std::vector<RunSummary> history{unfinished,
                                              pastRun(2, configOf(Backbone::ResNext50_32x4d, 112, 16), 10.0),
                                              pastRun(3, precise, 20.0), pastRun(4, config, 0.0)};
        QVERIFY(!estimateRun(config, kBf16Machine, 100, 10, history).time);
    }

    void timeGoesByTheNearestRunAndTheNewestOfThose() {
        const RunConfig config = configOf(Backbone::ResNet18, 112, 16);
        const std::vector<RunSummary> history{pastRun(9, configOf(Backbone::ResNet18, 224, 16), 10.0),
                                              pastRun(8, configOf(Backbone::ResNet18, 112, 32), 50.0),
                                              pastRun(7, config, 40.0)};
        const auto time = estimateRun(config, kBf16Machine, 900, 300, history).time;
        QCOMPARE(time->goingBy, RunId{8});
        // 900 training crops and 300 of validation, which cost a third each, at 50 images/s.
        QCOMPARE(time->epoch, std::chrono::milliseconds(20'000));
        QCOMPARE(time->whole, std::chrono::milliseconds(400'000));
    }

    void anotherInputSizeIsScaledByItsPixels() {
        const RunConfig config = configOf(Backbone::ResNet18, 224, 16);
        const std::vector<RunSummary> history{pastRun(8, configOf(Backbone::ResNet18, 112, 16), 40.0)};
        QCOMPARE(estimateRun(config, kBf16Machine, 100, 0, history).time->epoch,
                 std::chrono::milliseconds(10'000));
    }

    void dryBatchTakesThePlaceOfEarlierRuns() {
        RunForecast forecast;
        forecast.trainImagesPerSecond = 50.0;
        forecast.trainProposals = 500;
        forecast.memoryBytes = 700'000'000;
        const RunEstimate estimate = estimateOf(forecast, 3);
        QCOMPARE(estimate.memoryBytes, std::int64_t(700'000'000));
        QCOMPARE(estimate.time->epoch, std::chrono::milliseconds(10'000));
        QCOMPARE(estimate.time->whole, std::chrono::milliseconds(30'000));
        QVERIFY(!estimate.time->goingBy);
    }

    void automaticPrecisionIsTheMachines() {
        RunConfig config = configOf(Backbone::ResNet18, 112, 16);
        config.precision = Precision::Fp32;
        const std::vector<RunSummary> history{pastRun(8, configOf(Backbone::ResNet18, 112, 16), 40.0)};
        QVERIFY(!estimateRun(config, kBf16Machine, 100, 0, history).time);
        QVERIFY(estimateRun(config, {Precision::Fp32, false}, 100, 0, history).time.has_value());
    }
};

QTEST_GUILESS_MAIN(TestRunEstimate)
#include "tst_RunEstimate.moc"
