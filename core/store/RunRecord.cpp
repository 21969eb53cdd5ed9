#include "core/store/RunRecord.h"

#include <algorithm>
#include <array>

namespace fissure {

namespace {

constexpr std::array<std::string_view, 7> kStatusNames{"queued",  "running", "paused",     "finished",
                                                       "stopped", "failed",  "interrupted"};

} // namespace

std::string_view nameOf(RunStatus status) {
    return kStatusNames[static_cast<std::size_t>(status)];
}

std::optional<RunStatus> runStatusFromName(std::string_view name) {
    const auto found = std::ranges::find(kStatusNames, name);
    if (found == kStatusNames.end()) {
        return std::nullopt;
    }
    return static_cast<RunStatus>(found - kStatusNames.begin());
}

std::chrono::milliseconds workingTime(const RunSummary& run, WallTime until) {
    const WallTime workedUntil = run.pausedSince.value_or(until);
    return std::max(std::chrono::milliseconds{0}, workedUntil - run.startedAt - run.pausedFor);
}

} // namespace fissure
