#include "core/session/preflight/DryBatch.h"

#include "core/base/Clock.h"
#include "core/base/Files.h"
#include "core/engine/Trainer.h"
#include "core/session/Environment.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <span>
#include <tuple>
#include <utility>

namespace fissure {

namespace {

using SteadyClock = std::chrono::steady_clock;
using Seconds = std::chrono::duration<double>;

/// Validation takes about a third of training, and the work is done in this order.
constexpr double kTrainingShare = 0.7;

std::chrono::milliseconds milliseconds(Seconds seconds) {
    return std::chrono::milliseconds(std::llround(seconds.count() * 1000.0));
}

/// Images and time of batches, those of the warm-up left out.
class RateMeter {
public:
    /// inEpoch: batches of a whole epoch.
    RateMeter(const DryBatchLimits& limits, std::int64_t inEpoch) : m_limits(limits), m_inEpoch(inEpoch) {}

    bool isEnough() const {
        return m_batches >= m_limits.leastBatches && (m_time >= m_limits.least || m_batches >= m_inEpoch);
    }
    double fraction() const { return std::min(1.0, m_time / m_limits.least); }
    std::int64_t batches() const { return m_batches; }
    double imagesPerSecond() const { return m_time.count() > 0.0 ? m_images / m_time.count() : 0.0; }

    void add(std::int64_t images, Seconds took) {
        if (m_isWarm) {
            m_images += static_cast<double>(images);
            m_time += took;
            ++m_batches;
            return;
        }
        ++m_warmUpBatches;
        m_warmUpTime += took;
        m_isWarm = m_warmUpBatches >= m_limits.warmUpBatches || m_warmUpTime >= m_limits.warmUp;
    }

private:
    const DryBatchLimits& m_limits;
    std::int64_t m_inEpoch;
    bool m_isWarm = false;
    std::int64_t m_warmUpBatches = 0;
    Seconds m_warmUpTime{0.0};
    double m_images = 0.0;
    Seconds m_time{0.0};
    std::int64_t m_batches = 0;
};

/// The images of a batch, numbered from 1: all but the last of an epoch are full.
std::int64_t imagesIn(std::int64_t batch, std::int64_t batches, std::int64_t batchSize, std::int64_t images) {
    return batch < batches ? batchSize : images - (batches - 1) * batchSize;
}

/// Watches a training by the clock and stops it when it has told enough.
class Watch final : public TrainListener {
public:
    enum class Part { Training, Validation };

    Watch(Part part, const TrainTask& task, const DryBatchLimits& limits,
          std::function<void(double)> progress)
        : m_part(part)
        , m_task(task)
        , m_progress(std::move(progress))
        , m_meter(limits, batchesOf(part == Part::Training ? task.train : task.valid))
        , m_last(SteadyClock::now()) {}

    Result<void> run(const std::stop_token& stop) {
        const std::stop_callback onUserStop(stop, [this] { m_enough.request_stop(); });
        const auto outcome = train(m_task, *this, {m_enough.get_token()});
        if (stop.stop_requested()) {
            return failure(ErrorCode::Stopped, "", Text("core", "the dry batch was stopped"));
        }
        return outcome.map([](const TrainOutcome&) {});
    }

    const RateMeter& meter() const { return m_meter; }
    Seconds start() const { return m_start; }
    Seconds keep() const { return m_keep; }

    void onStarted(const EngineFacts&) override { m_start = lap(); }

    void onStep(const StepMetrics& step) override {
        const Seconds took = lap();
        if (m_part == Part::Training) {
            count(imagesIn(step.step, step.stepsInEpoch, m_task.config.batchSize, std::ssize(m_task.train)),
                  took);
        }
    }

    void onValidationProgress(const ValidationProgress& validation) override {
        const Seconds took = lap();
        if (m_part == Part::Validation) {
            count(imagesIn(validation.batch, validation.batches, m_task.config.batchSize,
                           std::ssize(m_task.valid)),
                  took);
        }
    }

    void onEpoch(const EpochMetrics&, std::span<const Prediction>) override { lap(); }

    Result<void> onWeights(int, std::span<const std::byte> safetensors) override {
        static_cast<void>(sha256(safetensors)); // as a run does before it writes them
        m_keep = lap();
        return {};
    }

    void onSkipped(const SkippedFile&) override {}
    void onPaused() override {}
    void onResumed() override {}

private:
    std::int64_t batchesOf(const std::vector<Proposal>& proposals) const {
        return (std::ssize(proposals) + m_task.config.batchSize - 1) / m_task.config.batchSize;
    }

    /// Since the event before.
    Seconds lap() {
        const auto now = SteadyClock::now();
        return now - std::exchange(m_last, now);
    }

    void count(std::int64_t images, Seconds took) {
        m_meter.add(images, took);
        m_progress(m_meter.fraction());
        if (m_meter.isEnough()) {
            m_enough.request_stop();
        }
    }

    const Part m_part;
    const TrainTask& m_task;
    const std::function<void(double)> m_progress;
    std::stop_source m_enough;
    RateMeter m_meter;
    SteadyClock::time_point m_last;
    Seconds m_start{0.0};
    Seconds m_keep{0.0};
};

/// The task whose epochs go on until the watch stops them.
TrainTask endless(const RunConfig& config, std::vector<Proposal> train, std::vector<Proposal> valid) {
    TrainTask task{config, std::move(train), std::move(valid)};
    task.config.epochs = std::numeric_limits<int>::max();
    task.config.patience = 0;
    return task;
}

Result<void> measureValidation(const RunConfig& config, const std::vector<Proposal>& train,
                               const std::vector<Proposal>& valid, const DryBatchLimits& limits,
                               const std::function<void(double)>& progress, const std::stop_token& stop,
                               RunForecast& forecast) {
    const auto oneBatch = std::min(std::ssize(train), static_cast<std::ptrdiff_t>(config.batchSize));
    const TrainTask task = endless(config, {train.begin(), train.begin() + oneBatch}, valid);
    Watch watch(Watch::Part::Validation, task, limits, progress);
    return watch.run(stop).map([&] {
        forecast.validImagesPerSecond = watch.meter().imagesPerSecond();
        forecast.validBatches = watch.meter().batches();
    });
}

} // namespace

std::chrono::milliseconds RunForecast::epoch() const {
    const auto seconds = [](std::int64_t images, double rate) {
        return rate > 0.0 ? Seconds(static_cast<double>(images) / rate) : Seconds(0.0);
    };
    return milliseconds(seconds(trainProposals, trainImagesPerSecond) +
                        seconds(validProposals, validImagesPerSecond));
}

std::chrono::milliseconds RunForecast::whole(std::int64_t epochs) const {
    return milliseconds(start + static_cast<double>(epochs) * (Seconds(epoch()) + keep));
}

Finding forecastFinding(const RunForecast& forecast, std::int64_t epochs) {
    const std::string epoch = toDurationText(forecast.epoch());
    const std::string whole = toDurationText(forecast.whole(epochs));
    Text text =
        forecast.memoryBytes == 0
            ? Text("core", "An epoch will take about %1, the whole run %2 at most.")
            : Text("core", "An epoch will take about %1, the whole run %2 at most, with %3 of memory.");
    return {Severity::Info, "forecast",
            std::move(text).with(epoch, whole,
                                 fmt::format("{:.2f} GB", static_cast<double>(forecast.memoryBytes) / 1e9))};
}

Result<RunForecast> dryBatch(const RunConfig& config, const std::vector<Proposal>& train,
                             const std::vector<Proposal>& valid, const DryBatchLimits& limits,
                             const std::function<void(double)>& progress, const std::stop_token& stop) {
    const double share = valid.empty() ? 1.0 : kTrainingShare;
    const TrainTask task = endless(config, train, {});
    Watch watch(Watch::Part::Training, task, limits, [&](double done) { progress(share * done); });
    resetPeakMemory();
    if (const auto watched = watch.run(stop); !watched) {
        return failure(watched.error());
    }
    RunForecast forecast;
    forecast.trainImagesPerSecond = watch.meter().imagesPerSecond();
    forecast.trainSteps = watch.meter().batches();
    forecast.start = watch.start();
    forecast.keep = watch.keep();
    forecast.trainProposals = std::ssize(train);
    forecast.validProposals = std::ssize(valid);
    if (!valid.empty()) {
        const auto rest = [&](double done) { progress(share + (1.0 - share) * done); };
        if (const auto measured = measureValidation(config, train, valid, limits, rest, stop, forecast);
            !measured) {
            return failure(measured.error());
        }
    }
    forecast.memoryBytes = computeChoice(config).isOnGpu ? 0 : peakMemoryBytes();
    progress(1.0);
    return forecast;
}

bool takeSameWork(const RunConfig& a, const RunConfig& b) {
    const auto work = [](const RunConfig& config) {
        return std::tie(config.backbone, config.imageSizePx, config.initialWeights, config.batchSize,
                        config.precision, config.device, config.threads, config.loaderThreads,
                        config.prefetchBatches);
    };
    return work(a) == work(b);
}

} // namespace fissure
