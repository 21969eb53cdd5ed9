#include "core/engine/train/TrainingLoop.h"

#include "core/config/EpochSteps.h"
#include "core/engine/samplers/Samplers.h"
#include "core/engine/train/Guarded.h"
#include "core/engine/train/ImageRate.h"
#include "core/engine/weights/ClassifierWeights.h"

#include <chrono>
#include <cmath>
#include <iterator>

namespace fissure {

namespace {

double secondsBetween(WorkClock::TimePoint start, WorkClock::TimePoint end) {
    return std::chrono::duration<double>(end - start).count();
}

std::vector<int> labelsOf(std::span<const Proposal> proposals) {
    std::vector<int> labels;
    for (const Proposal& proposal : proposals) {
        labels.push_back(proposal.label);
    }
    return labels;
}

/// The sums over a batch's own samples; rows of the result behind them are repetitions.
SplitSums sumsOf(const LoadedBatch& batch, const CropSource& source, const HostResult& result,
                 double threshold) {
    SplitSums sums;
    for (std::size_t i = 0; i < batch.samples.size(); ++i) {
        sums.add(result.losses[i], source.proposal(batch.samples[i]).label, probabilityOf(result.logits[i]),
                 threshold);
    }
    return sums;
}

} // namespace

TrainingLoop::TrainingLoop(const TrainTask& task, const Device& device, Classifier& network,
                           TrainListener& listener, RunControl control)
    : m_task(task)
    , m_config(task.config)
    , m_device(device)
    , m_network(network)
    , m_listener(listener)
    , m_control(std::move(control))
    , m_trainCrops(m_config.trainDir, task.train, static_cast<int>(m_config.imageSizePx))
    , m_validCrops(m_config.validDir, task.valid, static_cast<int>(m_config.imageSizePx))
    , m_trainSkips([this](const SkippedFile& file) { m_listener.onSkipped(file); })
    , m_validSkips([this](const SkippedFile& file) { m_listener.onSkipped(file); })
    , m_labels(labelsOf(task.train))
    , m_optimizer(network.parameters(), torch::optim::AdamOptions(m_config.learningRate))
    , m_earlyStopping(m_config.patience) {}

Result<TrainOutcome> TrainingLoop::run() {
    m_listener.onStarted({m_device.name, m_device.precisionName(), m_device.threads,
                          m_network.parameterCount(),
                          static_cast<int>(stepsInEpoch(m_config, std::ssize(m_task.train)))});
    for (int epoch = 1; epoch <= m_config.epochs; ++epoch) {
        const Result<void> done = guarded([&] { return runEpoch(epoch); });
        if (!done) {
            return done.error().code == ErrorCode::Stopped ? stopped() : failure(done.error());
        }
        if (m_earlyStopping.shouldStop()) {
            m_outcome.end = TrainEnd::EarlyStopping;
            break;
        }
    }
    return m_outcome;
}

Result<void> TrainingLoop::runEpoch(int epoch) {
    const auto start = m_clock.now();
    const Result<SplitSums> train = trainEpoch(epoch);
    if (!train) {
        return failure(train.error());
    }
    EpochMetrics metrics;
    metrics.epoch = epoch;
    metrics.train = train->metrics();
    metrics.learningRate = m_config.learningRate;
    metrics.imagesPerSecond = static_cast<double>(train->samples()) / m_trainSeconds;
    const auto validation = validate(epoch);
    if (!validation) {
        return failure(validation.error());
    }
    metrics.validation = *validation;
    metrics.seconds = secondsBetween(start, m_clock.now());
    const SplitMetrics& deciding = metrics.validation.value_or(metrics.train);
    metrics.isBest = m_earlyStopping.isBest(epoch, deciding.loss);
    if (metrics.isBest) {
        if (const auto kept = keepWeights(epoch); !kept) {
            return failure(kept.error());
        }
    }
    m_outcome.epochs = epoch;
    m_outcome.bestEpoch = m_earlyStopping.bestEpoch();
    m_listener.onEpoch(metrics, m_predictions);
    return {};
}

Result<SplitSums> TrainingLoop::trainEpoch(int epoch) {
    const auto start = m_clock.now();
    m_network.train();
    BatchLoader loader(m_trainCrops, planOf(epoch), loaderOptionsOf(epoch));
    const auto steps = static_cast<int>(loader.batches());
    ImageRate rate(start);
    SplitSums sums;
    while (true) {
        holdWhilePaused();
        const Result<const LoadedBatch*> next = loader.next(m_control.stop);
        if (!next) {
            return failure(next.error());
        }
        const LoadedBatch* batch = *next;
        if (batch == nullptr) {
            break;
        }
        m_trainSkips.add(batch->skipped);
        if (batch->samples.empty()) {
            continue;
        }
        const Result<SplitSums> step = trainStep(*batch, epoch);
        if (!step) {
            return failure(step.error());
        }
        sums.add(*step);
        const int number = static_cast<int>(batch->number) + 1;
        m_listener.onStep({epoch, number, steps, static_cast<std::int64_t>(epoch - 1) * steps + number,
                           step->meanLoss(), step->confusion.accuracy(), sums.meanLoss(),
                           sums.confusion.accuracy(), rate.add(step->samples(), m_clock.now())});
    }
    if (sums.samples() == 0) {
        return failure(ErrorCode::Empty, m_trainCrops.folder().string(),
                       Text("core", "not one of its crops (%1) could be read").with(m_trainCrops.count()));
    }
    m_trainSeconds = secondsBetween(start, m_clock.now());
    return sums;
}

Result<SplitSums> TrainingLoop::trainStep(const LoadedBatch& batch, int epoch) {
    DeviceBatch input = toDevice(batch, m_trainCrops, m_device);
    if (batch.samples.size() == 1 && leavesSinglePixel(m_config)) {
        // Batch normalisation refuses a single value a channel. The crop goes in twice: the mean loss is that
        // of the one crop. Comes about with a single proposal, or where all others of a batch cannot be read;
        // for the rest of an epoch see LoneSample.
        input = {input.images.repeat({2, 1, 1, 1}), input.labels.repeat({2})};
    }
    m_optimizer.zero_grad();
    const ForwardResult result = forwardPass(m_network, m_config, m_device, input);
    result.losses.mean().backward();

    const SplitSums sums = sumsOf(batch, m_trainCrops, toHost(result), m_config.decisionThreshold);
    if (!std::isfinite(sums.loss)) {
        return failure(
            ErrorCode::Internal, "",
            Text("core", "the loss is not a number in epoch %1, step %2").with(epoch, batch.number + 1),
            Text("core", "train with a lower learning rate"));
    }
    m_optimizer.step();
    return sums;
}

Result<std::optional<SplitMetrics>> TrainingLoop::validate(int epoch) {
    m_predictions.clear();
    if (m_task.valid.empty()) {
        return std::nullopt;
    }
    auto pass = evaluateAll(
        m_network, m_config, m_device, m_validCrops, m_validSkips,
        [&](int batch, int batches) {
            m_listener.onValidationProgress({epoch, batch, batches});
            holdWhilePaused();
        },
        m_control.stop);
    if (!pass) {
        return failure(pass.error());
    }
    m_predictions = std::move(pass->predictions);
    return pass->sums.metrics();
}

void TrainingLoop::holdWhilePaused() {
    if (!m_control.gate.isPaused() || m_control.stop.stop_requested()) {
        return;
    }
    m_clock.hold();
    m_listener.onPaused();
    if (m_control.gate.waitWhilePaused(m_control.stop)) {
        m_listener.onResumed();
    }
    m_clock.resume();
}

Result<void> TrainingLoop::keepWeights(int epoch) {
    return m_listener.onWeights(epoch, serialiseWeights(m_network, m_config));
}

Result<TrainOutcome> TrainingLoop::stopped() {
    m_outcome.end = TrainEnd::Stopped;
    if (m_outcome.epochs == 0) {
        if (const auto kept = keepWeights(0); !kept) {
            return failure(kept.error());
        }
    }
    return m_outcome;
}

BatchPlan TrainingLoop::planOf(int epoch) const {
    const LoneSample lone = leavesSinglePixel(m_config) ? LoneSample::JoinsBatchBefore : LoneSample::OwnBatch;
    return planBatches(epochOrder(m_config, m_labels, epoch), static_cast<std::size_t>(m_config.batchSize),
                       lone);
}

LoaderOptions TrainingLoop::loaderOptionsOf(int epoch) const {
    LoaderOptions options;
    options.threads = static_cast<int>(m_config.loaderThreads);
    options.prefetchBatches = static_cast<int>(m_config.prefetchBatches);
    options.augmentation =
        AugmentationSettings{m_config.brightness, m_config.flipProbability, m_config.rotationDegrees};
    options.augmentationSeed = deriveSeed(static_cast<std::uint64_t>(m_config.seed), "augmentation",
                                          static_cast<std::uint64_t>(epoch));
    return options;
}

} // namespace fissure
