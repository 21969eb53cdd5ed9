#include "core/session/Environment.h"

#include "core/base/BuildInfo.h"
#include "core/data/ImageFile.h"
#include "core/engine/Trainer.h"
#include "core/store/ProcessIdentity.h"
#include "core/store/RunStore.h"

#include <charconv>
#include <cmath>
#include <fstream>
#include <string>
#include <thread>

namespace fissure {

namespace {

/// The value of the first line "key : value" of a file under /proc; empty where there is none.
std::string procValue(const char* file, const std::string& key) {
    std::ifstream stream(file);
    for (std::string line; std::getline(stream, line);) {
        if (line.starts_with(key)) {
            const auto colon = line.find(':');
            const auto start = colon == std::string::npos ? colon : line.find_first_not_of(" \t", colon + 1);
            return start == std::string::npos ? "" : line.substr(start);
        }
    }
    return "";
}

/// A value like "8041232 kB" in bytes; 0 where there is none.
std::int64_t procBytes(const char* file, const std::string& key) {
    constexpr std::int64_t kBytesInKibibyte = 1024;
    const std::string value = procValue(file, key);
    std::int64_t kibibytes = 0;
    std::from_chars(value.data(), value.data() + value.size(), kibibytes);
    return kibibytes * kBytesInKibibyte;
}

} // namespace

EnvironmentFacts describeEnvironment() {
    const EngineEnvironment engine = engineEnvironment();
    EnvironmentFacts facts{
        {"program", programVersion()},
        {"commit", buildCommit()},
        {"compiler", buildCompiler()},
        {"libtorch", engine.torchVersion},
        {"opencv", imageLibraryVersion()},
        {"sqlite", databaseLibraryVersion()},
        {"cpu", procValue("/proc/cpuinfo", "model name")},
        {"cpu_capability", engine.cpuCapability},
        {"cpu_bf16", engine.bf16InHardware ? "in hardware" : "emulated"},
        {"cores", std::to_string(std::thread::hardware_concurrency())},
        {"memory", procValue("/proc/meminfo", "MemTotal")},
        {"host", thisProcess().host},
        {"gpu", engine.gpu.empty() ? "none" : engine.gpu},
    };
    if (!engine.driver.empty()) {
        facts["gpu_driver"] = engine.driver;
    }
    return facts;
}

std::optional<Text> blasWarning(double slowGflops) {
    const double speed = measureBlasGflops();
    if (speed >= slowGflops) {
        return std::nullopt;
    }
    return Text("core", "LibTorch computes with a slow BLAS (%1 GFLOP/s); training will take many times as "
                        "long. Install libopenblas0-pthread.")
        .with(std::lround(speed));
}

bool hasEmulatedPrecision(const RunConfig& config) {
    return isPrecisionEmulated(config);
}

ComputeChoice computeChoice(const RunConfig& config) {
    return {hasBf16InHardware(config) ? Precision::Bf16 : Precision::Fp32, isOnGpu(config)};
}

std::int64_t availableMemoryBytes() {
    return procBytes("/proc/meminfo", "MemAvailable");
}

std::int64_t peakMemoryBytes() {
    return procBytes("/proc/self/status", "VmHWM");
}

void resetPeakMemory() {
    constexpr char kResetPeak = '5'; // proc(5), /proc/[pid]/clear_refs
    std::ofstream("/proc/self/clear_refs") << kResetPeak;
}

} // namespace fissure
