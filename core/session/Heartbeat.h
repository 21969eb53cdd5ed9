#pragma once

#include "core/base/Clock.h"
#include "core/base/Ids.h"
#include "core/base/Workspace.h"

#include <chrono>
#include <thread>

namespace fissure {

/// Beats for a run at an interval from a thread of its own, with a store of its own, until it is destroyed. A
/// store that cannot be opened or written is tried again at the next beat.
class Heartbeat {
public:
    /// clock must outlive it.
    Heartbeat(Workspace workspace, const Clock& clock, RunId run,
              std::chrono::milliseconds interval = std::chrono::seconds(2));

private:
    std::jthread m_thread;
};

} // namespace fissure
