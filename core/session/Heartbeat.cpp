#include "core/session/Heartbeat.h"

#include "core/store/RunStore.h"

#include <chrono>
#include <condition_variable>
#include <mutex>
#include <stop_token>

namespace fissure {

namespace {

constexpr std::chrono::seconds kInterval{2};

void beatUntil(const std::stop_token& stop, const Workspace& workspace, const Clock& clock, RunId run) {
    const auto store = RunStore::open(workspace, clock);
    std::mutex mutex;
    std::condition_variable_any wakeUp;
    std::unique_lock lock(mutex);
    while (store && !wakeUp.wait_for(lock, stop, kInterval, [&] { return stop.stop_requested(); })) {
        // A beat that fails is made good by the next; a store that stays broken ends the run where it writes
        // steps.
        static_cast<void>((*store)->beat(run));
    }
}

} // namespace

Heartbeat::Heartbeat(Workspace workspace, const Clock& clock, RunId run)
    : m_thread([workspace = std::move(workspace), &clock, run](const std::stop_token& stop) {
        beatUntil(stop, workspace, clock, run);
    }) {}

} // namespace fissure
