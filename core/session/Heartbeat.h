#pragma once

#include "core/base/Clock.h"
#include "core/base/Ids.h"
#include "core/base/Workspace.h"
#include "core/store/RunRecord.h"

#include <chrono>
#include <memory>
#include <thread>

namespace fissure {

/// Beats for a run at an interval from a thread of its own, with a store of its own, until it is destroyed,
/// and says with each beat whether the run trains or is held. A store that cannot be opened or written is
/// tried again at the next beat.
class Heartbeat {
public:
    /// clock must outlive it.
    Heartbeat(Workspace workspace, const Clock& clock, RunId run,
              std::chrono::milliseconds interval = std::chrono::seconds(2));
    ~Heartbeat();

    /// Running, as at the start, or Paused; said at once. Safe from any thread.
    void setStatus(RunStatus status);

private:
    class Heart;
    std::unique_ptr<Heart> m_heart;
    std::jthread m_thread;
};

} // namespace fissure
