#pragma once

#include "core/base/Result.h"
#include "core/config/RunConfig.h"

#include <filesystem>
#include <string>
#include <string_view>

namespace fissure {

/// All fields in the order of the table, keys as in ConfigFields. indent < 0: one line.
std::string toJson(const RunConfig& config, int indent = 2);

/// Reads what toJson wrote, or a part of it: a key that is absent keeps its default. Fails with WrongFormat:
/// text that is no JSON (line and column said), an unknown key, a value out of range; origin names the source
/// in the message.
Result<RunConfig> configFromJson(std::string_view json, const std::string& origin = "configuration");

/// Reads what another version of the program wrote: fields that this one does not know are passed over,
/// choices it does not know keep their default, numbers stay as they were written even where they are out of
/// today's range. Fails with WrongFormat only.
Result<RunConfig> configFromOtherVersion(std::string_view json, const std::string& origin = "configuration");

Result<RunConfig> readConfigFile(const std::filesystem::path& file);

} // namespace fissure
