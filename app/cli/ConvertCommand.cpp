#include "app/cli/Command.h"
#include "app/cli/Output.h"
#include "app/cli/RunJson.h"
#include "core/session/WeightsTools.h"

#include <memory>
#include <string>

namespace fissure::cli {

namespace {

struct Options {
    std::string in;
    std::string out;
    bool json = false;
};

int convert(const Options& options) {
    const auto written = convertWeights(options.in, options.out);
    if (!written) {
        return report(written.error());
    }
    if (options.json) {
        printOut("{}\n", dump({{"from", options.in},
                               {"file", options.out},
                               {"bytes", written->bytes},
                               {"sha256", written->sha256}}));
    } else {
        printErr("{} was written as safetensors\n", options.in);
        printOut("{}\n", options.out);
    }
    return kDone;
}

} // namespace

void addConvert(CLI::App& weights, Action& chosen) {
    auto options = std::make_shared<Options>();
    CLI::App* command = weights.add_subcommand("convert", "Write a file of weights as safetensors");
    command->add_option("IN", options->in, "A safetensors or .pth file")->required();
    command->add_option("OUT", options->out, "The new file, named .safetensors")->required();
    command->add_flag("--json", options->json, "Print one JSON document");
    command->callback(
        [options, &chosen] { chosen = [options](const Context&) { return convert(*options); }; });
}

} // namespace fissure::cli
