#pragma once

#include "core/config/Enums.h"

#include <cstdint>
#include <string>

namespace fissure {

/// No label threshold is higher: at 1 nothing could be above it.
inline constexpr double kHighestLabelIou = 0.99;

/// Everything that decides how a run trains. Each member is one line of the table in ConfigFields.cpp, where
/// its title, unit, range and help stand.
struct RunConfig {
    // Data
    std::string trainDir;
    std::string validDir;
    double labelIou = 0.0; ///< IoU above which a proposal counts as crack; 0: the label in the file's name
    std::int64_t trainNegatives = 0; ///< hardest negatives kept, by IoU; 0: all
    std::int64_t validNegatives = 0;
    std::int64_t trainNegativesPerBand = 0; ///< kept of each photograph and IoU band; 0: all
    std::int64_t validNegativesPerBand = 0;

    // Model
    Backbone backbone = Backbone::ResNext50_32x4d;
    std::int64_t imageSizePx = 224;
    std::string initialWeights; ///< safetensors or .pth file; empty: random

    // Training
    std::int64_t epochs = 20;
    std::int64_t batchSize = 16;
    double learningRate = 0.001;
    Precision precision = Precision::Automatic;
    std::int64_t seed = 42;

    // Sampling and loss
    Sampler sampler = Sampler::Shuffle;
    double crackWeight = 0.0; ///< of the weighted sampler, against 1 for no crack; 0: inverse frequency
    Loss loss = Loss::Bce;
    double focalAlpha = 0.25; ///< -1: off
    double focalGamma = 2.0;
    double decisionThreshold = 0.5;

    // Augmentation
    double brightness = 0.5;
    double flipProbability = 0.5;
    double rotationDegrees = 180.0;

    // Stopping
    std::int64_t patience = 3; ///< epochs without a better validation loss; 0: never stop early

    // Advanced
    DeviceChoice device = DeviceChoice::Automatic;
    std::int64_t threads = 0; ///< 0: all cores
    std::int64_t loaderThreads = 2;
    std::int64_t prefetchBatches = 4;

    bool operator==(const RunConfig&) const = default;
};

} // namespace fissure
