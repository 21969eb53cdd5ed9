#include "app/cli/Command.h"

namespace fissure::cli {

void addWeights(CLI::App& program, Action& chosen) {
    CLI::App* group = program.add_subcommand(
        "weights", "Fetch the ImageNet weights that runs start from, inspect and convert files of weights");
    group->require_subcommand(1);
    addFetch(*group, chosen);
    addInspect(*group, chosen);
    addConvert(*group, chosen);
}

} // namespace fissure::cli
