#include "app/cli/BuildText.h"
#include "app/cli/Command.h"
#include "app/cli/DatasetListing.h"
#include "app/cli/Output.h"
#include "app/cli/ProgressLine.h"
#include "app/cli/RunJson.h"
#include "core/base/Files.h"
#include "core/config/ConfigJson.h"
#include "core/data/DemoDataset.h"

#include <fmt/format.h>

#include <filesystem>
#include <memory>

namespace fissure::cli {

namespace {

struct Options {
    DemoSettings settings;
    bool once = false;
    bool json = false;
};

/// A run over the demo that takes a minute or two on two cores and leaves something to look at.
RunConfig demoConfig(const std::filesystem::path& demo) {
    RunConfig config;
    config.trainDir = (demo / "train" / "proposals").string();
    config.validDir = (demo / "valid" / "proposals").string();
    config.backbone = Backbone::ResNet18;
    config.imageSizePx = 64;
    config.epochs = 8;
    // From random weights on a thousand crops the usual rate swings from epoch to epoch.
    config.learningRate = 0.0005;
    return config;
}

bool leadsOutOf(const std::filesystem::path& folder, const std::string& path) {
    const std::filesystem::path relative =
        std::filesystem::path(path).lexically_normal().lexically_relative(folder.lexically_normal());
    return !path.empty() && (relative.empty() || *relative.begin() == "..");
}

/// The paths in it are whole, so those of a demo that was copied or moved lead to its old place.
Result<void> mendPaths(const std::filesystem::path& configFile, const std::filesystem::path& demo) {
    auto config = readConfigFile(configFile);
    if (!config || !(leadsOutOf(demo, config->trainDir) || leadsOutOf(demo, config->validDir))) {
        return {}; // what is wrong with the file is for whoever trains with it to say
    }
    config->trainDir = demoConfig(demo).trainDir;
    config->validDir = demoConfig(demo).validDir;
    return writeFileAtomically(configFile, toJson(*config) + '\n');
}

int draw(const Context& context, Options options) {
    if (options.settings.out.empty()) {
        options.settings.out = context.workspace / "demo";
    }
    const std::filesystem::path demo = std::filesystem::absolute(options.settings.out);
    // Written last, so a demo that was not finished has none and is drawn anew.
    const std::filesystem::path configFile = demo / kDemoRunFile;
    std::error_code error;
    if (options.once && std::filesystem::exists(configFile, error)) {
        if (const auto mended = mendPaths(configFile, demo); !mended) {
            return report(mended.error());
        }
        printOut("{}\n", configFile.string());
        return kDone;
    }
    ProgressLine line(stderr);
    const auto drawn = drawDemoDataset(
        options.settings,
        [&line](const BuildProgress& progress, const Text& what) {
            line.show(static_cast<double>(progress.done) / static_cast<double>(progress.total),
                      fmt::format("{}: {}", what.str(), progressText(progress)));
        },
        context.stop);
    line.done();
    if (!drawn) {
        return report(drawn.error());
    }
    listInWorkspace(context, drawn->train);
    listInWorkspace(context, drawn->valid);
    if (const auto written = writeFileAtomically(configFile, toJson(demoConfig(demo)) + '\n'); !written) {
        return report(written.error());
    }
    if (options.once) {
        printOut("{}\n", configFile.string());
        return kDone;
    }
    if (options.json) {
        printOut("{}\n", dump({{"train", toJson(drawn->train)}, {"valid", toJson(drawn->valid)}}));
        return kDone;
    }
    printOut("Training proposals\n{}\nValidation proposals\n{}\n"
             "Train on it with: fissure-cli train --config {}\n",
             buildText(drawn->train), buildText(drawn->valid), configFile.string());
    return kDone;
}

} // namespace

void addDemo(CLI::App& program, Action& chosen) {
    auto options = std::make_shared<Options>();
    CLI::App* command =
        program.add_subcommand("demo", "Draw a small crack data set: photographs, masks, proposals");
    command->add_option("--out", options->settings.out, "Folder for it (default: demo in the workspace)");
    command->add_option("--seed", options->settings.seed, "The same seed draws the same data set")
        ->capture_default_str();
    command->add_option("--train", options->settings.trainImages, "Photographs to train on")
        ->check(CLI::Range(1, 100'000))
        ->capture_default_str();
    command->add_option("--valid", options->settings.validImages, "Photographs to validate on")
        ->check(CLI::Range(1, 100'000))
        ->capture_default_str();
    auto* once =
        command->add_flag("--once", options->once,
                          "Keep a demo that is already there; print only the path of its run configuration");
    command->add_flag("--json", options->json, "Print one JSON document")->excludes(once);
    command->callback([options, &chosen] {
        chosen = [options](const Context& context) { return draw(context, *options); };
    });
}

} // namespace fissure::cli
