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

struct Options {
    std::string run;
    double threshold = -1.0; ///< below 0: the run's own
    std::string sort = "loss";
    std::optional<std::size_t> limit; ///< none: all
    bool json = false;
};

int listErrors(const Context& context, const Options& options) {
    const auto run = openRun(context, options.run);
    if (!run) {
        return report(run.error());
    }
    const auto predictions = readPredictions(*run);
    if (!predictions) {
        return report(predictions.error());
    }
    const RunConfig& config = run->record.summary.config;
    const double threshold = options.threshold < 0.0 ? config.decisionThreshold : options.threshold;
    const double labelIou = config.labelIou > 0.0 ? config.labelIou : kReferenceLabelIou;
    auto wrong = misclassified(*predictions, threshold);
    sortErrors(wrong, *errorOrderFromName(options.sort), threshold, labelIou);
    const std::size_t total = wrong.size();
    wrong.resize(std::min(total, options.limit.value_or(total)));
    if (options.json) {
        Json list = Json::array();
        for (const Prediction& prediction : wrong) {
            list.push_back(toJson(prediction, threshold));
        }
        printOut("{}\n", dump(list));
        return kDone;
    }
    printOut("run {}  {} of {} proposals misclassified at threshold {:g}\n\n", run->id().value, total,
             predictions->size(), threshold);
    printOut("{:<22}  {:>6}  {:>11}  {:>8}  file\n", "label -> predicted", "IoU", "probability", "loss");
    for (const Prediction& prediction : wrong) {
        printOut("{:<22}  {:>6.3f}  {:>11.4f}  {:>8.4f}  {}\n",
                 prediction.label == 1 ? "crack -> no crack" : "no crack -> crack", prediction.iou,
                 prediction.probability, prediction.loss, prediction.file);
    }
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
    command->add_option("--limit", options->limit, "At most so many, 1 or more (default: all)")
        ->check(numberWithin(1.0, 1e9));
    command->add_flag("--json", options->json, "Print one JSON document");
    command->callback([&chosen, options] {
        chosen = [options](const Context& context) { return listErrors(context, *options); };
    });
}

} // namespace fissure::cli
