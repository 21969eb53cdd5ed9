#include "core/session/Heartbeat.h"

#include "core/store/RunStore.h"

#include <condition_variable>
#include <memory>
#include <mutex>
#include <stop_token>

namespace fissure {

namespace {

class Heart {
public:
    Heart(Workspace workspace, const Clock& clock, RunId run, std::chrono::milliseconds interval)
        : m_workspace(std::move(workspace))
        , m_clock(clock)
        , m_run(run)
        , m_interval(interval) {}

    void beatUntil(const std::stop_token& stop) {
        std::mutex mutex;
        std::condition_variable_any wakeUp;
        std::unique_lock lock(mutex);
        while (!wakeUp.wait_for(lock, stop, m_interval, [&] { return stop.stop_requested(); })) {
            beat();
        }
    }

private:
    /// A store that stays broken ends the run where it writes steps.
    void beat() {
        if (m_store == nullptr) {
            m_store = RunStore::open(m_workspace, m_clock, m_interval).value_or(nullptr);
        }
        if (m_store == nullptr) {
            return;
        }
        const auto beaten = m_store->beat(m_run);
        if (!beaten && beaten.error().code != ErrorCode::Busy) {
            m_store.reset();
        }
    }

    Workspace m_workspace;
    const Clock& m_clock;
    RunId m_run;
    std::chrono::milliseconds
        m_interval; ///< also how long a beat waits for its turn: then the next one is due
    std::unique_ptr<RunStore> m_store;
};

} // namespace

Heartbeat::Heartbeat(Workspace workspace, const Clock& clock, RunId run, std::chrono::milliseconds interval)
    : m_thread([workspace = std::move(workspace), &clock, run, interval](const std::stop_token& stop) {
        Heart(workspace, clock, run, interval).beatUntil(stop);
    }) {}

} // namespace fissure
