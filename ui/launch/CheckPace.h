#pragma once

#include "core/session/preflight/DeepCheck.h"

#include <chrono>
#include <cstdint>
#include <optional>

namespace fissure::ui {

/// Reckons from how far a stage of a check has come how long the stage will still take. Time is told by
/// whoever asks, as a duration since the check started, so that tests need no clock.
class CheckPace {
public:
    using Elapsed = std::chrono::duration<double>;

    void add(const PreflightProgress& progress, Elapsed now);

    /// Empty until the stage has been watched for a while, and where it is over.
    std::optional<std::chrono::milliseconds> left() const;

private:
    struct Point {
        PreflightProgress progress;
        Elapsed at{0.0};
    };

    std::optional<Point> m_first; ///< of the stage
    Point m_last;
};

} // namespace fissure::ui
