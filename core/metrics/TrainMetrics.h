#pragma once

#include "core/base/Text.h"
#include "core/metrics/ConfusionMatrix.h"

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>

namespace fissure {

/// One optimiser step, or one validation batch. Losses are means over samples, accuracies fractions in [0,
/// 1].
struct StepMetrics {
    int epoch = 0; ///< from 1
    int step = 0;  ///< within the epoch, from 1
    int stepsInEpoch = 0;
    std::int64_t globalStep = 0; ///< over all epochs, from 1
    double loss = 0.0;           ///< of this batch
    double accuracy = 0.0;       ///< of this batch
    double runningLoss = 0.0;    ///< of the epoch so far
    double runningAccuracy = 0.0;
    double imagesPerSecond = 0.0; ///< over the last few steps

    bool operator==(const StepMetrics&) const = default;
};

/// How far a pass over the validation proposals has come.
struct ValidationProgress {
    int epoch = 0;
    int batch = 0; ///< from 1
    int batches = 0;

    bool operator==(const ValidationProgress&) const = default;
};

/// What a pass over one folder gave.
struct SplitMetrics {
    double loss = 0.0;
    ConfusionMatrix confusion; ///< at the run's decision threshold

    bool operator==(const SplitMetrics&) const = default;
};

/// A whole epoch: training, then validation where there are validation proposals.
struct EpochMetrics {
    int epoch = 0; ///< from 1
    SplitMetrics train;
    std::optional<SplitMetrics> validation;
    double learningRate = 0.0;
    double seconds = 0.0;         ///< training and validation together
    double imagesPerSecond = 0.0; ///< training only
    bool isBest = false; ///< the lowest validation loss so far (the training loss without validation)

    bool operator==(const EpochMetrics&) const = default;
};

/// What the network says of one proposal.
struct Prediction {
    std::string file; ///< name of the crop within its folder
    double iou = 0.0; ///< exact where a manifest has it, else rounded to two decimals
    int label = 0;    ///< 1: crack
    double probability = 0.0;
    double loss = 0.0;
    bool iouIsExact = false;

    bool operator==(const Prediction&) const = default;

    int predicted(double threshold) const { return probability >= threshold ? 1 : 0; }
};

/// A file a run or a scan left out, and why.
struct SkippedFile {
    std::string file; ///< its whole path where a run left it out, else its name within the folder
    Text reason;

    bool operator==(const SkippedFile&) const = default;
};

} // namespace fissure
