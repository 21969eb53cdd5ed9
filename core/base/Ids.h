#pragma once

#include <cstdint>

namespace fissure {

/// The number of a run within its workspace, as shown to the user ("run 41"). 0 is no run.
struct RunId {
    std::int64_t value = 0;

    bool operator==(const RunId&) const = default;
    // Not <=>: Qt 6.4's moc cannot read <compare> where it is the first include of a header.
    bool operator<(const RunId& other) const { return value < other.value; }
    explicit operator bool() const { return value != 0; }
};

} // namespace fissure
