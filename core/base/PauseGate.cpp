#include "core/base/PauseGate.h"

#include <condition_variable>
#include <mutex>

namespace fissure {

struct PauseGate::State {
    std::mutex mutex;
    std::condition_variable_any resumed;
    bool isPaused = false;
};

PauseGate::PauseGate() : m_state(std::make_shared<State>()) {}

bool PauseGate::isPaused() const {
    const std::scoped_lock lock(m_state->mutex);
    return m_state->isPaused;
}

void PauseGate::pause() {
    const std::scoped_lock lock(m_state->mutex);
    m_state->isPaused = true;
}

void PauseGate::resume() {
    {
        const std::scoped_lock lock(m_state->mutex);
        m_state->isPaused = false;
    }
    m_state->resumed.notify_all();
}

bool PauseGate::waitWhilePaused(const std::stop_token& stop) const {
    std::unique_lock lock(m_state->mutex);
    return m_state->resumed.wait(lock, stop, [this] { return !m_state->isPaused; });
}

} // namespace fissure
