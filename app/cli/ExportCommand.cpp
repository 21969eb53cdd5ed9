#include "app/cli/Output.h"
#include "app/cli/RunAccess.h"
#include "app/cli/RunJson.h"
#include "core/session/WeightsTools.h"

#include <memory>
#include <string>

namespace fissure::cli {

namespace {

struct Options {
    std::string run;
    std::string format;
    std::string out;
    bool json = false;
};

int exportRun(const Context& context, const Options& options) {
    const auto run = openRun(context, options.run);
    if (!run) {
        return report(run.error());
    }
    const auto best = bestWeights(*run);
    if (!best) {
        return report(best.error());
    }
    const auto written = exportWeights({context.workspace / best->path, best->sha256}, options.out);
    if (!written) {
        return report(written.error());
    }
    if (options.json) {
        printOut("{}\n", dump({{"run", run->id().value},
                               {"epoch", best->epoch},
                               {"format", options.format},
                               {"file", options.out},
                               {"bytes", written->bytes},
                               {"sha256", written->sha256}}));
    } else {
        printErr("the weights of run {}, epoch {}, were written; their SHA-256 is the one the run stored\n",
                 run->id().value, best->epoch);
        printOut("{}\n", options.out);
    }
    return kDone;
}

} // namespace

void addExport(CLI::App& program, Action& chosen) {
    auto* command = program.add_subcommand("export", "Write what a run keeps as a file for other programs");
    auto options = std::make_shared<Options>();
    command->add_option("run", options->run, "Its number, a prefix of its uuid, or last")->required();
    command
        ->add_option("--format", options->format,
                     "weights: those of its best epoch as safetensors, under the reference's names")
        ->required()
        ->check(CLI::IsMember({"weights"}));
    command->add_option("--out", options->out, "The new file, named .safetensors")->required();
    command->add_flag("--json", options->json, "Print one JSON document");
    command->callback([&chosen, options] {
        chosen = [options](const Context& context) { return exportRun(context, *options); };
    });
}

} // namespace fissure::cli
