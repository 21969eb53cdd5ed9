#pragma once

#include "core/config/RunConfig.h"

#include <cstdint>

namespace fissure {

/// Whether crops of the configured size leave the backbone as a single pixel, so that batch normalisation has
/// no variance to compute from one of them alone.
inline bool leavesSinglePixel(const RunConfig& config) {
    constexpr std::int64_t kLargestSuchCropPx = 32;
    return config.imageSizePx <= kLargestSuchCropPx;
}

/// Optimiser steps of an epoch over so many training proposals. A last batch of one proposal joins the one
/// before where crops leave a single pixel; larger crops can go alone, as they do in the reference loop.
inline std::int64_t stepsInEpoch(const RunConfig& config, std::int64_t proposals) {
    const std::int64_t whole = proposals / config.batchSize;
    const std::int64_t rest = proposals % config.batchSize;
    const bool joins = rest == 1 && whole > 0 && leavesSinglePixel(config);
    return whole + (rest > 0 && !joins ? 1 : 0);
}

} // namespace fissure
