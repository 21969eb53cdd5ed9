#include "core/store/LifeSign.h"

namespace fissure {

bool isAlive(const LifeSign& sign, const ProcessIdentity& here, WallTime now) {
    const ProcessIdentity& process = sign.process;
    const bool beatsStill = now - sign.at <= kLifeSignPatience;
    if (process.host != here.host || process.machineId != here.machineId) {
        return beatsStill;
    }
    if (process.bootId != here.bootId) {
        return false;
    }
    if (process.pidNamespace != here.pidNamespace) {
        return beatsStill;
    }
    switch (stateOf(process.pid, process.startTicks)) {
    case ProcessState::Alive:
        return true;
    case ProcessState::Gone:
        return false;
    case ProcessState::Unknown:
        return beatsStill;
    }
    return true;
}

} // namespace fissure
