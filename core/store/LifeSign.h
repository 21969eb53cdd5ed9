#pragma once

#include "core/base/Clock.h"
#include "core/store/ProcessIdentity.h"

#include <chrono>

namespace fissure {

/// A heart counts as stopped when it has not beaten for this long: thirty beats.
constexpr std::chrono::seconds kLifeSignPatience{60};

/// The last sign of life of a run, and the process it came from.
struct LifeSign {
    ProcessIdentity process;
    WallTime at;
};

/// Whether a run is being trained. Its heart has to beat: a process may live on after a run that it could not
/// close. On the same boot of the same machine the process itself is looked up, too, so that its end shows at
/// once; a restart of the machine ended it; elsewhere (another machine, another container) the beat alone
/// decides.
bool isAlive(const LifeSign& sign, const ProcessIdentity& here, WallTime now);

} // namespace fissure
