#pragma once

#include "core/base/Ids.h"
#include "core/base/Result.h"

#include <string>

namespace fissure {

/// "run 41"
std::string nameOf(RunId run);

/// NotFound; name is what was asked for.
tl::unexpected<Error> noSuchRun(std::string name);

} // namespace fissure
