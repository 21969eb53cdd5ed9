#pragma once

#include <memory>
#include <stop_token>

namespace fissure {

/// Holds a piece of work between two of its parts until it may go on. Copies share one gate: whoever starts
/// the work keeps one of them. Safe from any thread.
class PauseGate {
public:
    PauseGate();

    bool isPaused() const;
    void pause();
    void resume();

    /// Returns at once where nobody paused, else after resume() or once the stop is requested. True where the
    /// work may go on.
    bool waitWhilePaused(const std::stop_token& stop) const;

private:
    struct State;
    std::shared_ptr<State> m_state;
};

} // namespace fissure
