#include "core/store/RunRecord.h"

#include <algorithm>

namespace fissure {

std::chrono::milliseconds workingTime(const RunSummary& run, WallTime until) {
    const WallTime workedUntil = run.pausedSince.value_or(until);
    return std::max(std::chrono::milliseconds{0}, workedUntil - run.startedAt - run.pausedFor);
}

} // namespace fissure
