#include "core/session/Heartbeat.h"

#include "core/store/RunStore.h"

#include <condition_variable>
#include <mutex>
#include <optional>
#include <stop_token>
#include <utility>

namespace fissure {

class Heartbeat::Heart {
public:
    Heart(Workspace workspace, const Clock& clock, RunId run, std::chrono::milliseconds interval)
        : m_workspace(std::move(workspace))
        , m_clock(clock)
        , m_run(run)
        , m_interval(interval) {}

    void setStatus(RunStatus status) {
        {
            const std::scoped_lock lock(m_mutex);
            m_status = status;
            m_hasNews = true;
        }
        m_wakeUp.notify_all();
    }

    void beatUntil(const std::stop_token& stop) {
        while (const auto status = waitForBeat(stop)) {
            beat(*status);
        }
    }

private:
    /// What the next beat says, when it is due; nothing once it is over.
    std::optional<RunStatus> waitForBeat(const std::stop_token& stop) {
        std::unique_lock lock(m_mutex);
        m_wakeUp.wait_for(lock, stop, m_interval, [this] { return m_hasNews; });
        m_hasNews = false;
        return stop.stop_requested() ? std::nullopt : std::optional(m_status);
    }

    /// A store that stays broken ends the run where it writes steps.
    void beat(RunStatus status) {
        if (m_store == nullptr) {
            m_store = RunStore::open(m_workspace, m_clock, m_interval).value_or(nullptr);
        }
        if (m_store == nullptr) {
            return;
        }
        const auto beaten = m_store->beat(m_run, status);
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

    std::mutex m_mutex;
    std::condition_variable_any m_wakeUp;
    RunStatus m_status = RunStatus::Running;
    bool m_hasNews = false; ///< the status was set since the last beat
};

Heartbeat::Heartbeat(Workspace workspace, const Clock& clock, RunId run, std::chrono::milliseconds interval)
    : m_heart(std::make_unique<Heart>(std::move(workspace), clock, run, interval))
    , m_thread([this](const std::stop_token& stop) { m_heart->beatUntil(stop); }) {}

Heartbeat::~Heartbeat() = default;

void Heartbeat::setStatus(RunStatus status) {
    m_heart->setStatus(status);
}

} // namespace fissure
