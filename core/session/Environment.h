#pragma once

#include "core/config/RunConfig.h"
#include "core/store/RunRecord.h"

#include <cstdint>
#include <optional>
#include <string>

namespace fissure {

/// Program version and commit, LibTorch, OpenCV, SQLite, compiler, CPU, cores, memory, GPU and driver, host.
EnvironmentFacts describeEnvironment();

/// Under this a matrix product comes from the reference BLAS: OpenBLAS gives ten times as much on the oldest
/// processors we know.
inline constexpr double kSlowBlasGflops = 12.0;

/// A sentence of warning where a timed 512 x 512 product shows that LibTorch got a slow BLAS. Takes a few
/// milliseconds, half a second on the reference BLAS; called once at start.
std::optional<Text> blasWarning(double slowGflops = kSlowBlasGflops);

/// Whether the configuration asks for bf16 on hardware that has to emulate it. Any thread.
bool hasEmulatedPrecision(const RunConfig& config);

/// What this machine makes of what a configuration leaves to it.
struct ComputeChoice {
    Precision automaticPrecision = Precision::Fp32; ///< what Precision::Automatic comes to
    bool isOnGpu = false;

    bool operator==(const ComputeChoice&) const = default;
};

/// Any thread.
ComputeChoice computeChoice(const RunConfig& config);

/// Memory that can be had without swapping; 0 where the system does not tell. Any thread.
std::int64_t availableMemoryBytes();

/// Resident memory of this process at its peak since its start, or since resetPeakMemory() where the system
/// lets it be counted anew; 0 where the system does not tell. Any thread.
std::int64_t peakMemoryBytes();
void resetPeakMemory();

} // namespace fissure
