#include "app/cli/BuildText.h"
#include "app/cli/Command.h"
#include "app/cli/DatasetListing.h"
#include "app/cli/GroundTruthOptions.h"
#include "app/cli/NumberWithin.h"
#include "app/cli/Output.h"
#include "app/cli/ProgressLine.h"
#include "app/cli/RunJson.h"
#include "core/data/ProposalBuilder.h"
#include "core/data/ProposalCheck.h"
#include "core/data/RecipeRanges.h"

#include <fmt/format.h>

#include <memory>
#include <string>
#include <vector>

namespace fissure::cli {

namespace {

struct BuildOptions {
    BuildRequest request;
    GroundTruthOptions groundTruth;
    std::string mode = "fast";
    std::string policy = nameOf(NegativePolicy::FirstByArea);
    bool json = false;
};

struct CheckOptions {
    std::filesystem::path folder;
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
    options.request.recipe.mode = searchModeFromName(options.mode).value_or(SearchMode::Fast);
    options.request.recipe.policy =
        negativePolicyFromName(options.policy).value_or(NegativePolicy::FirstByArea);
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
    return built->isComplete ? kDone : kStoppedByUser;
}

const char* yesNo(bool value) {
    return value ? "yes" : "no";
}

std::string datasetText(const ProposalCheck& check) {
    if (!check.datasetProblem.empty()) {
        return "unreadable: " + check.datasetProblem;
    }
    if (!check.description) {
        return "no";
    }
    return fmt::format("built by {}{}{}", check.description->program,
                       check.description->isComplete ? "" : ", stopped before it was complete",
                       check.hasChanged ? ", its files have changed since" : ", unchanged since");
}

constexpr const char* kIndent = "  ";

std::string contradictionsText(const ProposalCheck& check) {
    std::vector<std::string> lines;
    for (const Proposal& proposal : check.contradictions) {
        lines.push_back(
            fmt::format("{}: label {} at IoU {:.4g}", proposal.file, proposal.label, proposal.iou));
    }
    return fmt::format("labels that contradict \"crack above IoU {}\": {}\n", check.labelIou, lines.size()) +
           firstOf(lines, kIndent);
}

std::string checkText(const ProposalCheck& check) {
    std::string text =
        fmt::format("{}: {} no crack, {} crack\n\n{}\n", check.index.folder.string(), check.index.countOf(0),
                    check.index.countOf(1), histogramTable(check.histogram));
    text += fmt::format("exact IoUs (manifest.csv): {}\n", yesNo(check.index.hasManifest));
    text += fmt::format("description (dataset.json): {}\n", datasetText(check));
    text += fmt::format("files that are no proposals: {}\n", check.index.rejected.size());
    for (const SkippedFile& file : check.index.rejected) {
        text += fmt::format("  {}: {}\n", file.file, file.reason.str());
    }
    text += fmt::format("crops that cannot be read: {}\n", check.damaged.size());
    for (const SkippedFile& file : check.damaged) {
        text += fmt::format("  {}: {}\n", file.file, file.reason.str());
    }
    text += fmt::format("crops in the manifest that are missing: {}\n", check.missing.size());
    text += firstOf(check.missing, kIndent) + contradictionsText(check);
    return text + (check.isUsable() ? "usable\n" : "not usable: readable crops of both labels are needed\n");
}

Json toJson(const ProposalCheck& check) {
    Json contradictions = Json::array();
    for (const Proposal& proposal : check.contradictions) {
        contradictions.push_back({{"file", proposal.file}, {"iou", proposal.iou}, {"label", proposal.label}});
    }
    return {{"folder", check.index.folder.string()},
            {"usable", check.isUsable()},
            {"no_crack", check.index.countOf(0)},
            {"crack", check.index.countOf(1)},
            {"iou_histogram", cli::toJson(check.histogram)},
            {"manifest", check.index.hasManifest},
            {"dataset", check.description.has_value()},
            {"dataset_problem", check.datasetProblem},
            {"complete", !check.description || check.description->isComplete},
            {"changed", check.hasChanged},
            {"fingerprint", check.fingerprint},
            {"rejected", cli::toJson(check.index.rejected)},
            {"damaged", cli::toJson(check.damaged)},
            {"missing", check.missing},
            {"label_iou", check.labelIou},
            {"contradictions", std::move(contradictions)}};
}

int check(const Context& context, const CheckOptions& options) {
    ProgressLine line(stderr);
    const auto checked = checkProposals(
        options.folder,
        [&line](std::int64_t done, std::int64_t total) {
            line.show(static_cast<double>(done) / static_cast<double>(total),
                      fmt::format("{}/{} crops", done, total));
        },
        context.stop);
    line.done();
    if (!checked) {
        return report(checked.error());
    }
    if (options.json) {
        print(toJson(*checked));
    } else {
        printOut("{}", checkText(*checked));
    }
    return checked->isUsable() ? kDone : kBadUsage;
}

void addNegatives(CLI::App& command, BuildOptions& options) {
    ProposalRecipe& recipe = options.request.recipe;
    command
        .add_option("--negative-policy", options.policy,
                    "Which negatives of an image: those among the so many largest proposals, the so many of "
                    "highest IoU, the so many largest of each IoU band, so many at random, or all")
        ->check(CLI::IsMember({"first-by-area", "hardest", "per-band", "random", "all"}))
        ->capture_default_str();
    command.add_option("--negatives", recipe.negatives, "The number that the policy speaks of")
        ->check(CLI::NonNegativeNumber)
        ->capture_default_str();
    command.add_option("--negative-iou", recipe.negativeIou, "Negatives of a higher IoU are left out")
        ->check(numberWithin(0.0, 1.0))
        ->capture_default_str();
    command.add_option("--negative-seed", recipe.seed, "Of the policy random")->capture_default_str();
}

void addBuild(CLI::App& group, Action& chosen) {
    auto options = std::make_shared<BuildOptions>();
    ProposalRecipe& recipe = options->request.recipe;
    CLI::App* command =
        group.add_subcommand("build", "Cut labelled crops from photographs by selective search");
    command->add_option("--images", options->request.images, "Folder of photographs")->required();
    addGroundTruth(*command, options->groundTruth, recipe.mask);
    command->add_option("--out", options->request.out, "Folder for the crops")->required();
    command->add_option("--mode", options->mode, "Selective search")
        ->check(CLI::IsMember({"fast", "quality"}))
        ->capture_default_str();
    addNegatives(*command, *options);
    command->add_flag("--ground-truth-crops", recipe.groundTruthCrops,
                      "Add the ground-truth boxes themselves, as cracks of IoU 1");
    command->add_option("--size", recipe.cropSizePx, "Side of the crops in pixels")
        ->check(within(kCropSizeRange))
        ->capture_default_str();
    command->add_option("--threads", options->request.threads, "0: one for each core")
        ->check(CLI::Range(0, 1024))
        ->capture_default_str();
    command->add_flag("--json", options->json, "Print one JSON document");
    command->callback([options, &chosen] {
        chosen = [options](const Context& context) { return build(context, *options); };
    });
}

void addCheck(CLI::App& group, Action& chosen) {
    auto options = std::make_shared<CheckOptions>();
    CLI::App* command =
        group.add_subcommand("check", "Say what is in a folder of proposals, and what is wrong with it");
    command->add_option("folder", options->folder, "The folder")->required();
    command->add_flag("--json", options->json, "Print one JSON document");
    command->callback([options, &chosen] {
        chosen = [options](const Context& context) { return check(context, *options); };
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
