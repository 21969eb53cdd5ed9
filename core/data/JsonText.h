#pragma once

#include "core/base/Text.h"

#include <nlohmann/json.hpp>
#include <tl/expected.hpp>

#include <string_view>

namespace fissure {

/// The document that a text of JSON is, or the clause that says where it is none and why.
tl::expected<nlohmann::json, Text> parseJson(std::string_view text);

} // namespace fissure
