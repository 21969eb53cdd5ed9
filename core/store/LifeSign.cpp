#include "core/store/LifeSign.h"

namespace fissure {

bool isAlive(const LifeSign& sign, const ProcessIdentity& here, WallTime now) {
    if (now - sign.at > kLifeSignPatience) {
        return false;
    }
    const ProcessIdentity& process = sign.process;
    if (process.host != here.host || process.machineId != here.machineId) {
        return true;
    }
    if (process.bootId != here.bootId) {
        return false;
    }
    return process.pidNamespace != here.pidNamespace || !isGone(process.pid, process.startTicks);
}

} // namespace fissure
