#pragma once

#include "core/base/Result.h"
#include "core/base/RunControl.h"
#include "core/config/RunConfig.h"
#include "core/data/ProposalIndex.h"
#include "core/metrics/TrainMetrics.h"

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <span>
#include <stop_token>
#include <string>
#include <vector>

namespace fissure {

/// What to train on. The proposals are already selected and labelled.
struct TrainTask {
    RunConfig config;
    std::vector<Proposal> train; ///< at least one
    std::vector<Proposal> valid; ///< may be empty
};

/// What the engine chose where the configuration said "auto", and what it trains.
struct EngineFacts {
    std::string device;    ///< "cpu", "cuda:0 NVIDIA ..."
    std::string precision; ///< "fp32" or "bf16"
    int threads = 0;
    std::int64_t parameters = 0;
    int stepsInEpoch = 0;
};

/// Why a training ended without error.
enum class TrainEnd { AllEpochs, EarlyStopping, Stopped };

struct TrainOutcome {
    TrainEnd end = TrainEnd::AllEpochs;
    int bestEpoch = 0; ///< 0 when no epoch was completed
    int epochs = 0;    ///< completed
};

/// Hears of a training. All calls come on the thread that called train(), in order; an Error returned from
/// onWeights() ends the training with it.
class TrainListener {
public:
    virtual ~TrainListener() = default;

    virtual void onStarted(const EngineFacts& facts) = 0;
    virtual void onStep(const StepMetrics& step) = 0;
    virtual void onValidationProgress(const ValidationProgress& progress) = 0;
    /// The training is held between two batches, until onResumed() or a stop.
    virtual void onPaused() = 0;
    virtual void onResumed() = 0;
    /// predictions: all validation proposals of the epoch (empty without validation), in the order of the
    /// task.
    virtual void onEpoch(const EpochMetrics& epoch, std::span<const Prediction> predictions) = 0;
    /// Weights worth keeping, as a whole safetensors file: those of a best epoch right before its onEpoch(),
    /// so that whoever hears of the epoch can have its weights, and once at the end of a training that was
    /// stopped before its first epoch was over (epoch 0, without an onEpoch()).
    virtual Result<void> onWeights(int epoch, std::span<const std::byte> safetensors) = 0;
    /// A crop that could not be read, with its folder; called once a file, whatever the number of epochs.
    virtual void onSkipped(const SkippedFile& file) = 0;
};

/// Fine-tunes the classifier: the loop of the reference work, with early stopping on validation loss.
/// Synchronous; acts on a stop within 2 s, inside a step too. A training stopped by the user is no failure.
/// One that is paused is held after the batch under way, all it has in memory left as it is; the times it
/// reports leave that out.
/// Fails with OutOfMemory, Empty (no readable crop at all), NotFound (CUDA, initial weights), Damaged or
/// WrongFormat (initial weights), Internal (the loss is not a number, LibTorch failed), or with what
/// onWeights() failed with.
Result<TrainOutcome> train(const TrainTask& task, TrainListener& listener, RunControl control);

/// What to evaluate: weights in a safetensors file with the keys of the classifier.
struct EvaluationTask {
    RunConfig config; ///< backbone, image size, precision, device, threads, batch size count
    std::filesystem::path weights;
    std::filesystem::path folder;
    std::vector<Proposal> proposals;
};

struct EvaluationOutcome {
    double loss = 0.0;
    std::vector<Prediction> predictions;
    std::vector<SkippedFile> skipped;
    EngineFacts facts;
};

class EvaluationListener {
public:
    virtual ~EvaluationListener() = default;
    virtual void onProgress(int batch, int batches) = 0;
};

/// Runs the network over a folder without training. Fails as train() does, with Stopped when stopped.
Result<EvaluationOutcome> evaluate(const EvaluationTask& task, EvaluationListener& listener,
                                   std::stop_token stop);

/// Facts of the machine that only LibTorch knows.
struct EngineEnvironment {
    std::string torchVersion;
    std::string cpuCapability; ///< "AVX2"
    bool bf16InHardware = false;
    std::string gpu;    ///< name; empty without one
    std::string driver; ///< CUDA driver or runtime version; empty without one
};

EngineEnvironment engineEnvironment();

/// Fails with NotFound where the configuration asks for CUDA and LibTorch finds none.
Result<void> requireDevice(const RunConfig& config);

/// Whether the configuration asks for bf16 where the hardware has to emulate it: some 20 times slower than
/// fp32.
bool isPrecisionEmulated(const RunConfig& config);

/// Of the device that the configuration's choice comes to.
bool hasBf16InHardware(const RunConfig& config);
bool isOnGpu(const RunConfig& config);

/// Speed of one timed 512 x 512 fp32 matrix product on one thread, in GFLOP/s. OpenBLAS gives 50 and more,
/// the reference BLAS under 10.
double measureBlasGflops();

} // namespace fissure
