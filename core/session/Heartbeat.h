#pragma once

#include "core/base/Clock.h"
#include "core/base/Ids.h"
#include "core/base/Workspace.h"

#include <thread>

namespace fissure {

/// Beats for a run every two seconds from a thread of its own, with a store of its own, until it is
/// destroyed.
class Heartbeat {
public:
    Heartbeat(Workspace workspace, const Clock& clock, RunId run);

private:
    std::jthread m_thread;
};

} // namespace fissure
