#pragma once

#include <chrono>
#include <string>

namespace fissure {

using WallTime = std::chrono::sys_time<std::chrono::milliseconds>;

/// Where the time of day comes from; tests hand in one they control. Safe from any thread.
class Clock {
public:
    virtual ~Clock() = default;
    virtual WallTime now() const = 0;
};

class SystemClock final : public Clock {
public:
    WallTime now() const override;
};

/// "2026-03-01 14:05:09" in the local time zone.
std::string toLocalText(WallTime time);

/// "1 h 04 min", "12 min 30 s", "9.4 s": three significant parts at most. Negative durations read as 0 s.
std::string toDurationText(std::chrono::milliseconds duration);

} // namespace fissure
