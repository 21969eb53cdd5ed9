#pragma once

#include "core/config/RunConfig.h"
#include "core/metrics/Finding.h"
#include "core/session/Environment.h"

#include <cstdint>
#include <vector>

namespace fissure {

/// What this machine gives a run.
struct MachineFacts {
    ComputeChoice choice;
    bool emulatesPrecision = false;        ///< bf16 on hardware without it
    std::int64_t availableMemoryBytes = 0; ///< 0 where it is not known
};

/// Of this machine, now. Any thread.
MachineFacts machineFacts(const RunConfig& config);

/// What deserves a second look in the settings of a run over so many training proposals: "no-validation",
/// "memory-short", "unused-crack-weight", "unused-focal", "emulated-precision", "sequential-sampler",
/// "large-batch" and "random-weights". Pure.
std::vector<Finding> settingFindings(const RunConfig& config, std::int64_t trainProposals,
                                     const MachineFacts& machine);

} // namespace fissure
