#include "app/cli/BuildText.h"
#include "app/cli/Command.h"
#include "app/cli/DatasetListing.h"
#include "app/cli/EnumOption.h"
#include "app/cli/GroundTruthOptions.h"
#include "app/cli/NumberWithin.h"
#include "app/cli/Output.h"
#include "app/cli/ProgressLine.h"
#include "app/cli/RunJson.h"
#include "core/config/RunConfig.h"
#include "core/data/ProposalBuilder.h"
#include "core/data/RecipeRanges.h"

#include <fmt/format.h>

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace fissure::cli {

namespace {

struct BuildOptions {
    BuildRequest request;
    GroundTruthOptions groundTruth;
    std::optional<int> negatives; ///< none: the policy's default
    bool json = false;
};

void print(const Json& json) {
    printOut("{}\n", dump(json));
}

int build(const Context& context, BuildOptions options) {
    const auto source = options.groundTruth.chosen("proposals build");
    if (!source) {
        return report(source.error());
    }
    options.request.groundTruth = *source;
    ProposalRecipe& recipe = options.request.recipe;
    recipe.negatives = options.negatives.value_or(defaultNegatives(recipe.policy));
    ProgressLine line(stderr);
    const auto built = buildProposals(
        options.request,
        [&line](const BuildProgress& progress) {
            line.show(static_cast<double>(progress.done) / static_cast<double>(progress.total),
                      progressText(progress));
        },
        context.stop);
    line.done();
    if (!built) {
        return report(built.error());
    }
    listInWorkspace(context, *built);
    if (options.json) {
        print(toJson(*built));
    } else {
        printOut("{}", buildText(*built));
    }
    if (!built->isComplete && context.stop.stop_requested()) {
        return kStoppedByUser;
    }
    return built->imagesFailed > 0 ? reportUnused(built->imagesFailed, built->imagesFound) : kDone;
}

void addLabels(CLI::App& command, BuildOptions& options) {
    ProposalRecipe& recipe = options.request.recipe;
    command.add_option("--label-iou", recipe.labelIou, "A proposal of a higher IoU is a crack")
        ->check(numberWithin(0.0, kHighestLabelIou))
        ->capture_default_str();
    addEnum(command, "--negative-policy", recipe.policy,
            "Which negatives of an image: those among the so many largest proposals, the so many of highest "
            "IoU, the so many largest of each IoU band of 0.05, so many at random, or all");
    command
        .add_option(
            "--negatives", options.negatives,
            fmt::format("The number that the policy speaks of; without it {} for {} and {} for the others",
                        defaultNegatives(NegativePolicy::PerBand), nameOf(NegativePolicy::PerBand),
                        defaultNegatives(NegativePolicy::FirstByArea)))
        ->check(wholeNumberFrom(0));
    command.add_option("--negative-iou", recipe.negativeIou, "Negatives of a higher IoU are left out")
        ->check(numberWithin(0.0, 1.0))
        ->capture_default_str();
    command.add_option("--negative-seed", recipe.seed, "Seed of the policy random")->capture_default_str();
}

void addCrops(CLI::App& command, ProposalRecipe& recipe) {
    command.add_flag("--ground-truth-crops", recipe.groundTruthCrops,
                     "Add the ground-truth boxes themselves, as cracks of IoU 1");
    command.add_option("--size", recipe.cropSizePx, "Side of the crops in pixels")
        ->check(within(kCropSizeRange))
        ->capture_default_str();
    addEnum(command, "--format", recipe.format, "What the crops are written as");
    command.add_option("--quality", recipe.jpegQuality, "Quality of jpg and webp crops")
        ->check(within(kJpegQualityRange))
        ->capture_default_str();
}

void addBuild(CLI::App& group, Action& chosen) {
    auto options = std::make_shared<BuildOptions>();
    ProposalRecipe& recipe = options->request.recipe;
    CLI::App* command =
        group.add_subcommand("build", "Cut labelled crops from photographs by selective search");
    command->add_option("--images", options->request.images, "Folder of photographs")->required();
    addGroundTruth(*command, options->groundTruth, recipe.mask);
    command
        ->add_option("--out", options->request.out,
                     "Folder for the crops; a data set that stands there is replaced")
        ->required();
    addEnum(*command, "--mode", recipe.mode,
            "How selective search works: quality finds more and takes about four times as long");
    addLabels(*command, *options);
    addCrops(*command, recipe);
    command
        ->add_option("--threads", options->request.threads,
                     "Threads that work on photographs; 0: one for each core")
        ->check(CLI::Range(0, 1024))
        ->capture_default_str();
    command->add_flag("--json", options->json, "Print one JSON document");
    command->callback([options, &chosen] {
        chosen = [options](const Context& context) { return build(context, *options); };
    });
}

} // namespace

void addProposals(CLI::App& program, Action& chosen) {
    CLI::App* group = program.add_subcommand(
        "proposals", "Build and check folders of region proposals, write ground truth as COCO");
    group->require_subcommand(1);
    addBuild(*group, chosen);
    addBoxes(*group, chosen);
    addCheck(*group, chosen);
}

} // namespace fissure::cli
