#pragma once

#include "core/base/Result.h"
#include "core/config/RunConfig.h"
#include "core/data/ProposalIndex.h"
#include "core/metrics/Finding.h"

#include <chrono>
#include <cstdint>
#include <functional>
#include <stop_token>
#include <vector>

namespace fissure {

/// What a few batches told of a whole run.
struct RunForecast {
    double trainImagesPerSecond = 0.0;
    double validImagesPerSecond = 0.0;        ///< 0 without validation
    std::int64_t memoryBytes = 0;             ///< of the process at its peak; 0 on a GPU, which has its own
    std::chrono::duration<double> start{0.0}; ///< until the first batch: the network, its weights
    std::chrono::duration<double> keep{0.0};  ///< to serialise the weights of an epoch
    std::int64_t trainSteps = 0;              ///< that were measured
    std::int64_t validBatches = 0;
    std::int64_t trainProposals = 0; ///< of an epoch
    std::int64_t validProposals = 0;

    /// Training and validation of an epoch.
    std::chrono::milliseconds epoch() const;
    /// Of so many epochs; early stopping may end the run before.
    std::chrono::milliseconds whole(std::int64_t epochs) const;

    bool operator==(const RunForecast&) const = default;
};

/// "forecast": what a run of so many epochs will take.
Finding forecastFinding(const RunForecast& forecast, std::int64_t epochs);

/// When there is enough of a measurement. The first batches are left out: memory is faulted in and the
/// kernels are made for the shapes.
struct DryBatchLimits {
    std::int64_t warmUpBatches = 3;
    std::chrono::duration<double> warmUp{3.0}; ///< ends it earlier, after one batch at least
    std::int64_t leastBatches = 4;
    std::chrono::duration<double> least{5.0}; ///< to be measured, unless a whole epoch was
};

/// Trains and validates for a few batches on a network that is thrown away, exactly as a run of this
/// configuration over these proposals would, and measures. progress(fraction) is called on this thread.
/// Nothing is stored. Acts on a stop within 2 s. Fails as train() does, with Stopped when stopped. The peak
/// of the process's memory is counted anew.
Result<RunForecast> dryBatch(const RunConfig& config, const std::vector<Proposal>& train,
                             const std::vector<Proposal>& valid, const DryBatchLimits& limits,
                             const std::function<void(double)>& progress, const std::stop_token& stop);

/// Whether two configurations take the same work for an image, so that a forecast for one holds for both.
bool takeSameWork(const RunConfig& a, const RunConfig& b);

} // namespace fissure
