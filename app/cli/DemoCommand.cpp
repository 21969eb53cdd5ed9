#include "app/cli/BuildText.h"
#include "app/cli/Command.h"
#include "app/cli/ProgressLine.h"
#include "core/data/DemoDataset.h"

#include <fmt/format.h>

#include <memory>

namespace fissure::cli {

namespace {

struct Options {
    DemoSettings settings;
    bool json = false;
};

int draw(const Context& context, Options options) {
    if (options.settings.out.empty()) {
        options.settings.out = context.workspace / "demo";
    }
    ProgressLine line(stderr);
    const auto drawn = drawDemoDataset(
        options.settings,
        [&line](const BuildProgress& progress, const std::string& what) {
            line.show(static_cast<double>(progress.done) / static_cast<double>(progress.total),
                      fmt::format("{}: {}", what, progressText(progress)));
        },
        context.stop);
    line.done();
    if (!drawn) {
        return report(drawn.error());
    }
    if (options.json) {
        const nlohmann::ordered_json json{{"train", toJson(drawn->train)}, {"valid", toJson(drawn->valid)}};
        fmt::print("{}\n", json.dump(2, ' ', false, nlohmann::ordered_json::error_handler_t::replace));
        return kDone;
    }
    fmt::print("Training proposals\n{}\nValidation proposals\n{}", buildText(drawn->train),
               buildText(drawn->valid));
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
    command->add_flag("--json", options->json, "Print one JSON document");
    command->callback([options, &chosen] {
        chosen = [options](const Context& context) { return draw(context, *options); };
    });
}

} // namespace fissure::cli
