#pragma once

#include "core/base/Result.h"
#include "core/engine/train/ForwardPass.h"
#include "core/engine/train/SkipReport.h"
#include "core/engine/train/SplitSums.h"

#include <functional>
#include <stop_token>
#include <vector>

namespace fissure {

/// What one pass without training said of a folder's crops.
struct EvaluationPass {
    SplitSums sums;
    std::vector<Prediction> predictions; ///< of the readable crops, in the order of the source
};

/// progress(batch, batches), from 1.
using BatchProgress = std::function<void(int, int)>;

/// Runs the network over all crops of a source in order, without augmentation. Throws what LibTorch throws;
/// fails with Stopped, Empty (no crop could be read) or Internal (the loss is not a number).
Result<EvaluationPass> evaluateAll(Classifier& network, const RunConfig& config, const Device& device,
                                   const CropSource& source, SkipReport& skipped,
                                   const BatchProgress& progress, const std::stop_token& stop);

} // namespace fissure
