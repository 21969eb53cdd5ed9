#pragma once

#include "core/base/Ids.h"
#include "core/session/Environment.h"
#include "core/session/preflight/DryBatch.h"
#include "core/store/RunRecord.h"

#include <chrono>
#include <cstdint>
#include <optional>
#include <span>

namespace fissure {

/// How long a run will take, going by an earlier one or by a dry batch.
struct TimeEstimate {
    RunId goingBy;                      ///< none where a dry batch was measured
    std::chrono::milliseconds epoch{0}; ///< training and validation
    std::chrono::milliseconds whole{0}; ///< all epochs; early stopping may end the run before

    bool operator==(const TimeEstimate&) const = default;
};

/// What a run will need, about. For a person to plan by, not for a program to rely on.
struct RunEstimate {
    std::int64_t memoryBytes = 0;     ///< of the process at its peak; 0 on a GPU, which has its own memory
    std::optional<TimeEstimate> time; ///< nothing where no earlier run tells

    bool operator==(const RunEstimate&) const = default;
};

/// Of the process at its peak, by factors that were measured on training runs: it grows with the batch and
/// the square of the input size. 0 on a GPU. Pure.
std::int64_t estimatedMemory(const RunConfig& config, const ComputeChoice& machine);

/// What a dry batch measured, for so many epochs. Pure.
RunEstimate estimateOf(const RunForecast& forecast, std::int64_t epochs);

/// Time goes by the images a second of the earlier run that is nearest: the same backbone, device and
/// precision, the input size closest, the newest of those; another input size is scaled by its pixels.
/// history: newest first, of this machine. Pure; any thread.
RunEstimate estimateRun(const RunConfig& config, const ComputeChoice& machine, std::int64_t trainProposals,
                        std::int64_t validProposals, std::span<const RunSummary> history);

} // namespace fissure
