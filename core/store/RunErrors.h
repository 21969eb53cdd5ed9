#pragma once

#include "core/base/Ids.h"
#include "core/base/Result.h"

namespace fissure {

/// "run 41"
Text nameOf(RunId run);

/// NotFound; name is what was asked for.
tl::unexpected<Error> noSuchRun(Text name);

} // namespace fissure
