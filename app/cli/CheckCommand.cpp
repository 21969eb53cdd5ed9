#include "app/cli/CheckText.h"
#include "app/cli/Command.h"
#include "app/cli/ConfigOptions.h"
#include "app/cli/Counted.h"
#include "app/cli/FindingText.h"
#include "app/cli/Output.h"
#include "app/cli/ProgressLine.h"
#include "core/config/ConfigFields.h"
#include "core/session/preflight/DeepCheck.h"
#include "core/session/preflight/QuickFindings.h"

#include <fmt/format.h>

#include <memory>
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
    DeepReport deep;

    /// A run would start on it. That all its readable crops have one label is an error, too.
    bool isUsable() const { return !hasErrors(findings); }
};

std::string progressText(const PreflightProgress& progress) {
    switch (progress.stage) {
    case PreflightStage::TrainCrops:
        return fmt::format("{}/{}", progress.done, counted(progress.total, "crop", "crops"));
    case PreflightStage::ValidCrops:
        return fmt::format("{}/{}", progress.done,
                           counted(progress.total, "validation crop", "validation crops"));
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
        return Checked{std::move(*config), std::move(folders), {}, {}, {}};
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
    checked.deep = std::move(*deep);
    checked.findings = std::move(*quick);
    append(checked.findings, checked.deep.findings(config.epochs));
    sortBySeverity(checked.findings);
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
    printOut("{}\n", checked.isUsable() ? "usable" : "not usable: the errors above stand in the way");
}

void printJson(const Checked& checked) {
    const DeepReport& deep = checked.deep;
    Json json = toJson(checked.folders.train, deep.train, checked.isUsable());
    if (checked.folders.valid) {
        const bool isAnyReadable = deep.valid.damaged.size() < deep.valid.pixels.size();
        json["valid"] = toJson(*checked.folders.valid, deep.valid, isAnyReadable);
    }
    json["epoch"] = toJson(checked.epoch);
    if (deep.forecast) {
        json["forecast"] = toJson(*deep.forecast, checked.config.epochs);
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
    return checked->isUsable() ? kDone : kBadUsage;
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
