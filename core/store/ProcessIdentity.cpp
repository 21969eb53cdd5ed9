#include "core/store/ProcessIdentity.h"

#include <array>
#include <cerrno>
#include <csignal>
#include <filesystem>
#include <fstream>
#include <optional>
#include <sstream>
#include <unistd.h>

namespace fissure {

namespace {

std::string firstLineOf(const char* file) {
    std::ifstream stream(file);
    std::string line;
    std::getline(stream, line);
    return line;
}

std::string hostName() {
    std::array<char, 256> name{};
    return ::gethostname(name.data(), name.size() - 1) == 0 ? name.data() : "";
}

std::string pidNamespace() {
    std::error_code error;
    return std::filesystem::read_symlink("/proc/self/ns/pid", error).string();
}

/// What proc(5) says in /proc/PID/stat.
struct ProcessStat {
    char state = '?';
    std::int64_t startTicks = 0;
};

std::optional<ProcessStat> readStat(std::int64_t pid) {
    const std::string line = firstLineOf(("/proc/" + std::to_string(pid) + "/stat").c_str());
    // The name stands in parentheses and may hold anything, parentheses and blanks included.
    const auto nameEnd = line.rfind(')');
    if (nameEnd == std::string::npos) {
        return std::nullopt;
    }
    constexpr int kFieldsBetweenStateAndStart = 18;
    std::istringstream fields(line.substr(nameEnd + 1));
    ProcessStat stat;
    fields >> stat.state;
    std::string skipped;
    for (int i = 0; i < kFieldsBetweenStateAndStart; ++i) {
        fields >> skipped;
    }
    fields >> stat.startTicks;
    return fields ? std::optional(stat) : std::nullopt;
}

} // namespace

ProcessIdentity thisProcess() {
    const auto pid = static_cast<std::int64_t>(::getpid());
    const auto stat = readStat(pid);
    return {hostName(),
            firstLineOf("/etc/machine-id"),
            firstLineOf("/proc/sys/kernel/random/boot_id"),
            pidNamespace(),
            pid,
            stat ? stat->startTicks : 0};
}

bool isGone(std::int64_t pid, std::int64_t startTicks) {
    if (const auto stat = readStat(pid)) {
        const bool isDead = stat->state == 'Z' || stat->state == 'X';
        return isDead || stat->startTicks != startTicks;
    }
    return ::kill(static_cast<pid_t>(pid), 0) != 0 && errno != EPERM;
}

} // namespace fissure
