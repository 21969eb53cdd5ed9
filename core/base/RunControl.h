#pragma once

#include "core/base/PauseGate.h"

#include <stop_token>

namespace fissure {

/// How whoever started a run steers it while it trains, from any thread.
struct RunControl {
    std::stop_token stop{};
    PauseGate gate{};
};

} // namespace fissure
