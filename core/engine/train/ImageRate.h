#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <deque>

namespace fissure {

/// Images a second over the last few steps.
class ImageRate {
public:
    using TimePoint = std::chrono::steady_clock::time_point;

    explicit ImageRate(TimePoint start) { m_marks.push_back({start, 0}); }

    /// A step over that many images ended at that time; the rate since the step kSteps before, 0 while no
    /// time has passed.
    double add(std::int64_t images, TimePoint now) {
        m_marks.push_back({now, m_marks.back().images + images});
        if (m_marks.size() > kSteps + 1) {
            m_marks.pop_front();
        }
        const std::chrono::duration<double> took = now - m_marks.front().time;
        const auto done = static_cast<double>(m_marks.back().images - m_marks.front().images);
        return took.count() > 0.0 ? done / took.count() : 0.0;
    }

private:
    struct Mark {
        TimePoint time;
        std::int64_t images; ///< up to this time
    };

    static constexpr std::size_t kSteps = 8;
    std::deque<Mark> m_marks;
};

} // namespace fissure
