#pragma once

#include <compare>
#include <cstdint>

namespace fissure {

/// The number of a run within its workspace, as shown to the user ("run 41"). 0 is no run.
struct RunId {
    std::int64_t value = 0;

    auto operator<=>(const RunId&) const = default;
    explicit operator bool() const { return value != 0; }
};

} // namespace fissure
