#pragma once

#include "core/store/RunRecord.h"

#include <optional>

namespace fissure {

/// Program version and commit, LibTorch, OpenCV, SQLite, compiler, CPU, cores, memory, GPU and driver, host.
EnvironmentFacts describeEnvironment();

/// A sentence of warning where LibTorch got the slow reference BLAS; takes a few milliseconds, once.
std::optional<std::string> blasWarning();

} // namespace fissure
