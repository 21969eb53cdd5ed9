#include "app/cli/ConfigOptions.h"

#include "core/config/ConfigFields.h"
#include "core/config/ConfigJson.h"

namespace fissure::cli {

Result<RunConfig> ConfigOptions::read(const std::string& trainDir, const std::string& validDir) const {
    Result<RunConfig> config = file.empty() ? RunConfig{} : readConfigFile(file);
    if (!config) {
        return config;
    }
    if (!trainDir.empty()) {
        config->trainDir = trainDir;
    }
    if (!validDir.empty()) {
        config->validDir = validDir;
    }
    for (const std::string& assignment : set) {
        const auto equals = assignment.find('=');
        if (equals == std::string::npos) {
            return failure(ErrorCode::WrongFormat, "--set " + assignment, "it is not of the form key=value");
        }
        const auto done =
            setFieldFromText(*config, assignment.substr(0, equals), assignment.substr(equals + 1));
        if (!done) {
            return failure(done.error());
        }
    }
    return config;
}

void addConfig(CLI::App& command, ConfigOptions& options) {
    command.add_option("--config", options.file, "JSON file of configuration fields");
    command.add_option("--set", options.set,
                       "key=value of a configuration field; may be given several times");
}

} // namespace fissure::cli
