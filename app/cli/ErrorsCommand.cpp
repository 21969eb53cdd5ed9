#include "app/cli/Counted.h"
#include "app/cli/NumberWithin.h"
#include "app/cli/Output.h"
#include "app/cli/RunAccess.h"
#include "app/cli/RunJson.h"
#include "core/metrics/Misclassified.h"

#include <algorithm>
#include <memory>
#include <optional>

namespace fissure::cli {

namespace {

constexpr int kMarkWidth = 11; ///< of "wrong-label"

struct Options {
    std::string run;
    double threshold = -1.0; ///< below 0: the run's own
    std::string sort = "loss";
    std::string mark;                 ///< only proposals with this mark; empty: all
    std::optional<std::size_t> limit; ///< none: all
    bool json = false;
};

std::string_view markName(const Marks& marks, const std::string& file) {
    const auto mark = markOf(marks, file);
    return mark ? nameOf(*mark) : std::string_view();
}

void keepMarked(std::vector<Prediction>& wrong, const Marks& marks, const std::string& mark) {
    std::erase_if(wrong,
                  [&](const Prediction& prediction) { return markName(marks, prediction.file) != mark; });
}

void printJson(const std::vector<Prediction>& wrong, const Marks& marks, double threshold) {
    Json list = Json::array();
    for (const Prediction& prediction : wrong) {
        const std::string_view mark = markName(marks, prediction.file);
        list.push_back(toJson(prediction, threshold));
        list.back()["mark"] = mark.empty() ? Json(nullptr) : Json(mark);
    }
    printOut("{}\n", dump(list));
}

void printTable(const std::vector<Prediction>& wrong, const Marks& marks) {
    const bool isAnyMarked = std::ranges::any_of(
        wrong, [&](const Prediction& prediction) { return marks.contains(prediction.file); });
    const auto markColumn = [isAnyMarked](std::string_view text) {
        return isAnyMarked ? fmt::format("  {:<{}}", text, kMarkWidth) : std::string();
    };
    printOut("{:<22}  {:>6}  {:>11}  {:>8}{}  file\n", "label -> predicted", "IoU", "probability", "loss",
             markColumn("mark"));
    for (const Prediction& prediction : wrong) {
        printOut("{:<22}  {:>6.3f}  {:>11.4f}  {:>8.4f}{}  {}\n",
                 prediction.label == 1 ? "crack -> no crack" : "no crack -> crack", prediction.iou,
                 prediction.probability, prediction.loss, markColumn(markName(marks, prediction.file)),
                 prediction.file);
    }
}

int listErrors(const Context& context, const Options& options) {
    const auto run = openRun(context, options.run);
    if (!run) {
        return report(run.error());
    }
    const RunConfig& config = run->record.summary.config;
    const auto predictions = readPredictions(*run);
    if (!predictions) {
        return report(predictions.error());
    }
    const auto marks = run->query->marks(config.validDir);
    if (!marks) {
        return report(marks.error());
    }
    const double threshold = options.threshold < 0.0 ? config.decisionThreshold : options.threshold;
    const double labelIou = config.labelIou > 0.0 ? config.labelIou : kReferenceLabelIou;
    auto wrong = misclassified(*predictions, threshold);
    const std::size_t total = wrong.size();
    if (!options.mark.empty()) {
        keepMarked(wrong, *marks, options.mark);
    }
    const std::size_t chosen = wrong.size();
    sortErrors(wrong, *errorOrderFromName(options.sort), threshold, labelIou);
    wrong.resize(std::min(chosen, options.limit.value_or(chosen)));
    if (options.json) {
        printJson(wrong, *marks, threshold);
        return kDone;
    }
    printOut("run {}  {} of {} misclassified at threshold {:g}{}\n\n", run->id().value, total,
             counted(std::ssize(*predictions), "proposal", "proposals"), threshold,
             options.mark.empty() ? "" : fmt::format(", {} of them marked {}", chosen, options.mark));
    printTable(wrong, *marks);
    return kDone;
}

} // namespace

void addErrors(CLI::App& program, Action& chosen) {
    auto* command = program.add_subcommand("errors", "List the misclassified proposals of a run");
    auto options = std::make_shared<Options>();
    command->add_option("run", options->run, "Its number, a prefix of its uuid, or last")->required();
    command
        ->add_option("--threshold", options->threshold,
                     "Probability from which a proposal is predicted as crack")
        ->check(numberWithin(0.0, 1.0));
    command
        ->add_option("--sort", options->sort,
                     "Largest loss, surest wrong answer, highest IoU, or IoU nearest to "
                     "the label threshold first")
        ->check(CLI::IsMember({"loss", "confidence", "iou", "distance"}))
        ->capture_default_str();
    command->add_option("--mark", options->mark, "Only proposals that were marked so in the window")
        ->check(CLI::IsMember({"wrong-label", "unclear", "of-interest"}));
    command->add_option("--limit", options->limit, "At most so many, 1 or more (default: all)")
        ->check(numberWithin(1.0, 1e9));
    command->add_flag("--json", options->json, "Print one JSON document");
    command->callback([&chosen, options] {
        chosen = [options](const Context& context) { return listErrors(context, *options); };
    });
}

} // namespace fissure::cli
