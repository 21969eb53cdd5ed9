#pragma once

#include "core/base/Result.h"
#include "core/base/Workspace.h"
#include "core/config/RunConfig.h"
#include "core/metrics/TrainMetrics.h"

#include <cstdint>
#include <filesystem>
#include <functional>
#include <optional>
#include <stop_token>
#include <string>
#include <vector>

namespace fissure {

/// Weights to evaluate, and on what.
struct EvaluationRequest {
    RunConfig config;
    std::filesystem::path weights; ///< safetensors or .pth
    std::string expectedSha256;    ///< empty: not checked
    std::filesystem::path folder;
    std::filesystem::path cache{}; ///< as scanProposals() takes it
};

struct EvaluationResult {
    double loss = 0.0;
    std::vector<Prediction> predictions;
    std::vector<SkippedFile> skipped; ///< named with their folder
    std::vector<Text> warnings;       ///< whole sentences on the folder
    double seconds = 0.0;
};

/// The input size in px that a weights file was trained at, as its metadata says; nothing where another
/// program wrote it. Fails with NotFound, Unreadable, WrongFormat (no file of weights) or Damaged.
Result<std::optional<std::int64_t>> trainedImageSize(const std::filesystem::path& weights);

/// Runs stored weights over a folder of proposals. progress(batch, batches) is called on this thread.
Result<EvaluationResult> evaluateWeights(const EvaluationRequest& request,
                                         const std::function<void(int, int)>& progress, std::stop_token stop);

} // namespace fissure
