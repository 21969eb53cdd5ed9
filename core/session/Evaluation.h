#pragma once

#include "core/base/Result.h"
#include "core/base/Workspace.h"
#include "core/config/RunConfig.h"
#include "core/metrics/TrainMetrics.h"

#include <filesystem>
#include <functional>
#include <stop_token>
#include <string>
#include <vector>

namespace fissure {

/// Weights to evaluate, and on what.
struct EvaluationRequest {
    RunConfig config;
    std::filesystem::path weights; ///< safetensors
    std::string expectedSha256;    ///< empty: not checked
    std::filesystem::path folder;
};

struct EvaluationResult {
    double loss = 0.0;
    std::vector<Prediction> predictions;
    std::vector<SkippedFile> skipped;
    double seconds = 0.0;
};

/// Runs stored weights over a folder of proposals. progress(batch, batches) is called on this thread.
Result<EvaluationResult> evaluateWeights(const EvaluationRequest& request,
                                         const std::function<void(int, int)>& progress, std::stop_token stop);

} // namespace fissure
