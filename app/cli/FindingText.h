#pragma once

#include "core/metrics/Finding.h"

#include <nlohmann/json.hpp>

#include <string>

namespace fissure::cli {

/// "warning: In /data/train, crops are left out that are not images. [not-an-image: 12]", and a line for each
/// example under it.
std::string findingText(const Finding& finding);

nlohmann::ordered_json toJson(const Finding& finding);

} // namespace fissure::cli
