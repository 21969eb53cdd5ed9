#pragma once

#include "core/base/Clock.h"
#include "core/store/ProcessIdentity.h"

#include <chrono>

namespace fissure {

/// A heart that we cannot look at counts as stopped when it has not beaten for this long.
constexpr std::chrono::seconds kLifeSignPatience{60};

/// The last sign of life of a run, and the process it came from.
struct LifeSign {
    ProcessIdentity process;
    WallTime at;
};

/// Whether the process that trains a run lives. On the same boot of the same machine the process itself is
/// looked up; a restart of the machine ended it; elsewhere (another machine, another container) the age of
/// the beat decides.
bool isAlive(const LifeSign& sign, const ProcessIdentity& here, WallTime now);

} // namespace fissure
