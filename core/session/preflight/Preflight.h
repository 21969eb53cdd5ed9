#pragma once

#include "core/base/Result.h"
#include "core/metrics/Finding.h"
#include "core/session/preflight/DryBatch.h"
#include "core/session/preflight/RunSide.h"
#include "core/session/preflight/SettingFindings.h"

#include <cstdint>
#include <filesystem>
#include <functional>
#include <optional>
#include <stop_token>
#include <vector>

namespace fissure {

/// What the folders by themselves and against each other tell: names, manifests, descriptions and labels; no
/// crop is opened. Fails as visitManifest() does.
Result<std::vector<Finding>> dataFindings(const RunConfig& config, const RunSides& sides);

/// The checks that cost next to nothing, gravest first: those of data and settings.
Result<std::vector<Finding>> quickFindings(const RunConfig& config, const RunSides& sides,
                                           const MachineFacts& machine);

/// Looks into the folders of a configuration for them.
Result<std::vector<Finding>> quickFindings(const RunConfig& config);

enum class PreflightStage { TrainCrops, ValidCrops, DryBatch };

/// How far a stage has come: crops of all its crops, or percent of the dry batch.
struct PreflightProgress {
    PreflightStage stage = PreflightStage::TrainCrops;
    std::int64_t done = 0;
    std::int64_t total = 0;
};

/// What a pre-flight is to do beyond its quick checks.
struct PreflightOptions {
    bool hasDryBatch = true;
    CropCheckOptions crops;
    DryBatchLimits limits;
    std::function<void(const PreflightProgress&)> onProgress; ///< on the thread that asked; may be empty
    /// What a stage found, when it is over; may be empty.
    std::function<void(const std::vector<Finding>&)> onFindings;
};

/// What opening the crops and training on some of them told.
struct DeepReport {
    CropCheck train; ///< of the proposals the run uses
    CropCheck valid;
    std::vector<Finding> findings; ///< gravest first
    std::optional<RunForecast> forecast;
};

/// Decodes the crops that the run uses, compares their pixels and measures a dry batch. That is left out,
/// with a finding, where the crops leave nothing to train on or it would need more memory than there is. What
/// fails in it is a finding "dry-batch-failed". Acts on a stop within 2 s; fails with Stopped or OutOfMemory.
Result<DeepReport> deepCheck(const RunConfig& config, const RunSides& sides, const PreflightOptions& options,
                             const std::stop_token& stop);

} // namespace fissure
