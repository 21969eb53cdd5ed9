#pragma once

#include "core/base/Result.h"

#include <cstddef>
#include <functional>

namespace fissure {

/// Calls work once for each number below count, in their order but on several threads at a time, the calling
/// one among them; returns when all are done. threads: at most so many, 0: one for each core. Where the
/// system gives fewer, those that there are do the work.
///
/// work is safe to call from several threads; where it returns false, no further number is begun. What it
/// throws ends the work, too, and becomes the Error: OutOfMemory, else Internal.
Result<void> parallelFor(std::size_t count, int threads, const std::function<bool(std::size_t)>& work);

} // namespace fissure
