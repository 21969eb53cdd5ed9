#pragma once

#include <cstdint>
#include <string>

namespace fissure {

/// A process, told apart from every other one that was or will be.
struct ProcessIdentity {
    std::string host;
    std::string machineId;    ///< of /etc/machine-id; empty where there is none
    std::string bootId;       ///< of the kernel; another after a restart
    std::string pidNamespace; ///< "pid:[4026531836]"
    std::int64_t pid = 0;
    std::int64_t startTicks = 0; ///< clock ticks from the boot to its start

    bool operator==(const ProcessIdentity&) const = default;
};

ProcessIdentity thisProcess();

/// Whether a process of this machine, boot and namespace has ended: there is none of that pid, it is a
/// zombie, or another process took the pid. One whose start time the system hides is taken for the one asked
/// for.
bool isGone(std::int64_t pid, std::int64_t startTicks);

} // namespace fissure
