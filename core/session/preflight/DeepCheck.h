#pragma once

#include "core/base/Result.h"
#include "core/metrics/Finding.h"
#include "core/session/preflight/DryBatch.h"
#include "core/session/preflight/RunSide.h"

#include <cstdint>
#include <functional>
#include <optional>
#include <stop_token>
#include <vector>

namespace fissure {

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
    std::vector<Finding> cropFindings;
    std::vector<Finding> dryBatchFindings; ///< "dry-batch-failed" or "dry-batch-skipped"
    std::optional<RunForecast> forecast;

    /// All of them, gravest first, with the forecast of so many epochs.
    std::vector<Finding> findings(std::int64_t epochs) const;

    bool operator==(const DeepReport&) const = default;
};

/// Decodes the crops that the run uses, compares their pixels and the photographs of both sides, and measures
/// a dry batch. That is left out, with a finding, where the crops leave nothing to train on or it would need
/// more memory than there is. What fails in it is a finding "dry-batch-failed". Acts on a stop within 2 s;
/// fails with Stopped or OutOfMemory.
Result<DeepReport> deepCheck(const RunConfig& config, const RunSides& sides, const PreflightOptions& options,
                             const std::stop_token& stop);

/// Looks into the folders of a configuration for it. Fails as inspectProposals() does, too.
Result<DeepReport> deepCheck(const RunConfig& config, const PreflightOptions& options,
                             const std::stop_token& stop);

/// Whether two configurations take the same proposals, so that what was found out about those of one holds
/// for both.
bool takeSameProposals(const RunConfig& a, const RunConfig& b);

} // namespace fissure
