#pragma once

#include "core/base/Result.h"
#include "core/config/RunConfig.h"

#include <CLI/CLI.hpp>

#include <string>
#include <vector>

namespace fissure::cli {

/// What was given with --config and --set.
struct ConfigOptions {
    std::string file;
    std::vector<std::string> set;

    bool isGiven() const { return !file.empty() || !set.empty(); }

    /// The file's configuration, or the defaults, with these folders where they are not empty, then with what
    /// was set. Fails as readConfigFile() and setFieldFromText() do, with WrongFormat where an assignment has
    /// no "=".
    Result<RunConfig> read(const std::string& trainDir, const std::string& validDir) const;
};

/// Adds the two options. What they are stored in must outlive the command.
void addConfig(CLI::App& command, ConfigOptions& options);

} // namespace fissure::cli
