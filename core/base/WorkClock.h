#pragma once

#include <chrono>
#include <optional>

namespace fissure {

/// A steady clock that stands still while the work is held: what is measured by it leaves the pauses out.
class WorkClock {
public:
    using TimePoint = std::chrono::steady_clock::time_point;

    TimePoint now() const { return m_heldSince.value_or(std::chrono::steady_clock::now()) - m_held; }

    /// Does nothing where it stands still already.
    void hold() { m_heldSince = m_heldSince.value_or(std::chrono::steady_clock::now()); }

    /// Does nothing where it goes already.
    void resume() {
        if (m_heldSince) {
            m_held += std::chrono::steady_clock::now() - *m_heldSince;
            m_heldSince.reset();
        }
    }

private:
    std::chrono::steady_clock::duration m_held{0}; ///< of pauses that are over
    std::optional<TimePoint> m_heldSince;
};

} // namespace fissure
