#include "core/session/Environment.h"
#include "core/session/preflight/DryBatch.h"
#include "tests/support/TinyRun.h"

#include <QTemporaryDir>
#include <QTest>

#include <chrono>
#include <fstream>
#include <thread>

using namespace fissure;
namespace fs = std::filesystem;

namespace {

/// Enough for a measurement in a test.
const DryBatchLimits kShort{2, std::chrono::seconds(1), 3, std::chrono::milliseconds(200)};

} // namespace

class tst_DryBatch : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() {
        m_config = test::prepareTinyRun(m_place.path().toStdString());
        m_train = scanProposals(m_config.trainDir)->proposals;
        m_valid = scanProposals(m_config.validDir)->proposals;
    }

    void rateMemoryAndTimesAreMeasured() {
        std::vector<double> progress;
        const auto forecast =
            dryBatch(m_config, m_train, m_valid, kShort, [&](double done) { progress.push_back(done); }, {});
        QVERIFY2(forecast.has_value(), forecast ? "" : forecast.error().message().c_str());
        QVERIFY(forecast->trainImagesPerSecond > 0.0);
        QVERIFY(forecast->validImagesPerSecond > 0.0);
        QVERIFY(forecast->trainSteps >= 3);
        QVERIFY(forecast->validBatches >= 3);
        QVERIFY(forecast->start.count() > 0.0);
        QVERIFY(forecast->keep.count() > 0.0);
        QVERIFY(forecast->memoryBytes > 45'000'000); // the weights of resnet18 alone
        QCOMPARE(forecast->trainProposals, std::int64_t(24));
        QCOMPARE(forecast->validProposals, std::int64_t(10));
        QVERIFY(std::ranges::is_sorted(progress));
        QCOMPARE(progress.back(), 1.0);
    }

    void withoutValidationNoneIsMeasured() {
        const auto forecast = dryBatch(m_config, m_train, {}, kShort, [](double) {}, {});
        QCOMPARE(forecast->validImagesPerSecond, 0.0);
        QCOMPARE(forecast->validBatches, std::int64_t(0));
        QVERIFY(forecast->trainSteps >= 3);
    }

    void timesAddUp() {
        RunForecast forecast;
        forecast.trainImagesPerSecond = 50.0;
        forecast.validImagesPerSecond = 200.0;
        forecast.trainProposals = 1000;
        forecast.validProposals = 400;
        forecast.start = std::chrono::seconds(3);
        forecast.keep = std::chrono::milliseconds(500);
        QCOMPARE(forecast.epoch(), std::chrono::milliseconds(22'000));
        QCOMPARE(forecast.whole(10), std::chrono::milliseconds(3'000 + 225'000));
        forecast.validProposals = 0;
        forecast.validImagesPerSecond = 0.0;
        QCOMPARE(forecast.epoch(), std::chrono::milliseconds(20'000));
    }

    void nothingIsLeftBehind() {
        QVERIFY(dryBatch(m_config, m_train, m_valid, kShort, [](double) {}, {}).has_value());
        std::vector<std::string> names;
        for (const auto& entry : fs::directory_iterator(m_place.path().toStdString())) {
            names.push_back(entry.path().filename().string());
        }
        std::ranges::sort(names);
        QCOMPARE(names, (std::vector<std::string>{"train", "valid"}));
    }

    void stopEndsItWithinTwoSeconds_data() {
        QTest::addColumn<double>("after");
        QTest::newRow("before it starts") << -1.0;
        QTest::newRow("while it trains") << 0.0;
        QTest::newRow("while it validates") << 0.75;
    }
    void stopEndsItWithinTwoSeconds() {
        QFETCH(double, after);
        std::stop_source stop;
        std::chrono::steady_clock::time_point stopped;
        const auto stopNow = [&] {
            stopped = std::chrono::steady_clock::now();
            stop.request_stop();
        };
        if (after < 0.0) {
            stopNow();
        }
        const auto forecast = dryBatch(
            m_config, m_train, m_valid, kShort,
            [&](double done) {
                if (done > after && !stop.stop_requested()) {
                    stopNow();
                }
            },
            stop.get_token());
        QVERIFY(!forecast);
        QCOMPARE(forecast.error().code, ErrorCode::Stopped);
        QVERIFY(std::chrono::steady_clock::now() - stopped < std::chrono::seconds(2));
    }

    void weightsThatCannotBeLoadedAreAFailure() {
        RunConfig config = m_config;
        config.initialWeights = m_place.filePath(QStringLiteral("train")).toStdString() + "/none.safetensors";
        const auto forecast = dryBatch(config, m_train, m_valid, kShort, [](double) {}, {});
        QVERIFY(!forecast);
        QCOMPARE(forecast.error().code, ErrorCode::NotFound);
    }

    void aFewProposalsAreEnough() {
        RunConfig config = m_config;
        config.batchSize = 64;
        const std::vector<Proposal> one{m_train.front()};
        const auto forecast = dryBatch(config, one, one, kShort, [](double) {}, {});
        QVERIFY2(forecast.has_value(), forecast ? "" : forecast.error().message().c_str());
        QVERIFY(forecast->trainImagesPerSecond > 0.0);
    }

    void settingsThatLeaveTheWorkAsItIsKeepTheForecast() {
        RunConfig other = m_config;
        other.epochs = 99;
        other.learningRate = 1e-5;
        other.loss = Loss::Focal;
        other.sampler = Sampler::Weighted;
        QVERIFY(takeSameWork(m_config, other));
        other.batchSize = 5;
        QVERIFY(!takeSameWork(m_config, other));
        other = m_config;
        other.backbone = Backbone::ResNext50_32x4d;
        QVERIFY(!takeSameWork(m_config, other));
    }

    void forecastIsSaid() {
        RunForecast forecast;
        forecast.trainImagesPerSecond = 10.0;
        forecast.trainProposals = 600;
        const Finding withoutMemory = forecastFinding(forecast, 2);
        QCOMPARE(withoutMemory.code, std::string("forecast"));
        QCOMPARE(withoutMemory.severity, Severity::Info);
        QCOMPARE(withoutMemory.text.str(),
                 std::string("An epoch will take about 1 min 00 s, the whole run 2 min 00 s at most."));
        forecast.memoryBytes = 1'234'000'000;
        QVERIFY(forecastFinding(forecast, 2).text.str().ends_with("with 1.23 GB of memory."));
    }

    void peakOfMemoryIsCountedAnew() {
        if (!std::ofstream("/proc/self/clear_refs")) {
            QSKIP("the system does not let the peak be counted anew");
        }
        std::int64_t peak = 0;
        {
            const std::vector<char> large(400'000'000, 1);
            peak = peakMemoryBytes();
            QVERIFY(peak > 400'000'000);
        }
        resetPeakMemory();
        const std::int64_t after = peakMemoryBytes();
        QVERIFY(after < peak - 300'000'000);
        const std::vector<char> large(200'000'000, 1);
        QVERIFY(peakMemoryBytes() > after + 150'000'000);
    }

private:
    QTemporaryDir m_place;
    RunConfig m_config;
    std::vector<Proposal> m_train;
    std::vector<Proposal> m_valid;
};

QTEST_GUILESS_MAIN(tst_DryBatch)
#include "tst_DryBatch.moc"
