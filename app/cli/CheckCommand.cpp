#include "app/cli/CheckText.h"
#include "app/cli/Command.h"
#include "app/cli/ConfigOptions.h"
#include "app/cli/FindingText.h"
#include "app/cli/Output.h"
#include "app/cli/ProgressLine.h"
#include "core/config/ConfigFields.h"
#include "core/session/preflight/DeepCheck.h"
#include "core/session/preflight/QuickFindings.h"

#include <fmt/format.h>

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace fissure::cli {

namespace {

struct Options {
    std::string folder;
    std::string valid;
    ConfigOptions config;
    int threads = 0;
    bool hasDryRun = false;
    bool json = false;

    /// A folder alone is checked as data; with settings it is checked as what a run would train on.
    bool isOfRun() const { return hasDryRun || config.isGiven(); }
};

/// What was looked into, and what was found.
struct Checked {
    RunConfig config;
    RunFolders folders;
    std::vector<Finding> findings; ///< gravest first
    EpochDraws epoch;
    std::optional<RunForecast> forecast;
};

std::string progressText(const PreflightProgress& progress) {
    switch (progress.stage) {
    case PreflightStage::TrainCrops:
        return fmt::format("{}/{} crops", progress.done, progress.total);
    case PreflightStage::ValidCrops:
        return fmt::format("{}/{} validation crops", progress.done, progress.total);
    case PreflightStage::DryBatch:
        break;
    }
    return "dry batch";
}

Result<Checked> lookInto(const Options& options) {
    auto config = options.config.read(options.folder, options.valid);
    if (!config) {
        return failure(config.error());
    }
    if (const auto errors = validate(*config); options.isOfRun() && !errors.empty()) {
        return failure(errors.front());
    }
    return inspectFolders(*config).map([&](RunFolders&& folders) {
        return Checked{std::move(*config), std::move(folders), {}, {}, std::nullopt};
    });
}

Result<void> findIn(Checked& checked, const Options& options, const std::stop_token& stop) {
    const RunConfig& config = checked.config;
    const RunSides sides = sidesOf(config, checked.folders);
    auto quick =
        options.isOfRun() ? quickFindings(config, sides, machineFacts(config)) : dataFindings(config, sides);
    if (!quick) {
        return failure(quick.error());
    }
    ProgressLine line(stderr);
    PreflightOptions preflight;
    preflight.hasDryBatch = options.hasDryRun;
    preflight.crops.threads = options.threads;
    preflight.onProgress = [&line](const PreflightProgress& progress) {
        line.show(static_cast<double>(progress.done) / static_cast<double>(progress.total),
                  progressText(progress));
    };
    auto deep = deepCheck(config, sides, preflight, stop);
    line.done();
    if (!deep) {
        return failure(deep.error());
    }
    checked.epoch = expectedDraws(config, sides.train.crack(), sides.train.noCrack());
    checked.folders.train.crops = std::move(deep->train);
    if (checked.folders.valid) {
        checked.folders.valid->crops = std::move(deep->valid);
    }
    checked.findings = std::move(*quick);
    append(checked.findings, deep->findings(config.epochs));
    sortBySeverity(checked.findings);
    checked.forecast = deep->forecast;
    return {};
}

void printText(const Checked& checked) {
    printOut("{}", checkText(checked.folders.train));
    if (checked.folders.valid) {
        printOut("{}", checkText(*checked.folders.valid));
    }
    for (const Finding& finding : checked.findings) {
        printOut("{}", findingText(finding));
    }
    printOut("{}\n", checked.folders.train.isUsable()
                         ? "usable"
                         : "not usable: readable crops of both labels are needed");
}

void printJson(const Checked& checked) {
    Json json = toJson(checked.folders.train);
    if (checked.folders.valid) {
        json["valid"] = toJson(*checked.folders.valid);
    }
    json["epoch"] = toJson(checked.epoch);
    if (checked.forecast) {
        json["forecast"] = toJson(*checked.forecast, checked.config.epochs);
    }
    json["findings"] = Json::array();
    for (const Finding& finding : checked.findings) {
        json["findings"].push_back(toJson(finding));
    }
    printOut("{}\n", dump(json));
}

int check(const Context& context, const Options& options) {
    auto checked = lookInto(options);
    if (!checked) {
        return report(checked.error());
    }
    if (const auto found = findIn(*checked, options, context.stop); !found) {
        return report(found.error());
    }
    if (options.json) {
        printJson(*checked);
    } else {
        printText(*checked);
    }
    return checked->folders.train.isUsable() && !hasErrors(checked->findings) ? kDone : kBadUsage;
}

} // namespace

void addCheck(CLI::App& proposals, Action& chosen) {
    auto options = std::make_shared<Options>();
    CLI::App* command =
        proposals.add_subcommand("check", "Say what is in a folder of proposals, and what is wrong with it");
    command
        ->add_option("folder", options->folder, "The folder; training proposals where a second one is given")
        ->required();
    command->add_option("--valid,--against", options->valid,
                        "Folder of validation proposals: what both share is said");
    addConfig(*command, options->config);
    command->add_flag("--dry-run", options->hasDryRun,
                      "Train on a few batches and throw the network away, to say memory and time of a run");
    command->add_option("--threads", options->threads, "Threads that decode crops; 0: one for each core")
        ->check(CLI::Range(0, 1024))
        ->capture_default_str();
    command->add_flag("--json", options->json, "Print one JSON document");
    command->callback([options, &chosen] {
        chosen = [options](const Context& context) { return check(context, *options); };
    });
}

} // namespace fissure::cli
