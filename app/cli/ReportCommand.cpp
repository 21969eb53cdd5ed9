#include "app/cli/NumberWithin.h"
#include "app/cli/Output.h"
#include "app/cli/RunAccess.h"
#include "app/cli/RunJson.h"
#include "app/cli/RunText.h"
#include "core/metrics/LabelRule.h"

#include <algorithm>
#include <cstdint>
#include <memory>
#include <vector>

namespace fissure::cli {

namespace {

struct Options {
    std::string run;
    double threshold = -1.0; ///< below 0: the run's own
    double labelIou = 0.0;   ///< 0: the run's labels
    bool json = false;
};

/// Predictions whose rounded IoU leaves open what they are at that threshold.
std::int64_t countAmbiguous(const std::vector<Prediction>& predictions, double labelIou) {
    return std::ranges::count_if(predictions, [&](const Prediction& prediction) {
        return labelIou > 0.0 && isAmbiguousAt(prediction.iou, prediction.iouIsExact, labelIou);
    });
}

int printReport(const Context& context, const Options& options) {
    const auto run = openRun(context, options.run);
    if (!run) {
        return report(run.error());
    }
    const auto predictions = readPredictions(*run);
    if (!predictions) {
        return report(predictions.error());
    }
    const double threshold =
        options.threshold < 0.0 ? run->record.summary.config.decisionThreshold : options.threshold;
    const ConfusionMatrix matrix = countAt(*predictions, threshold, options.labelIou);
    const std::int64_t ambiguous = countAmbiguous(*predictions, options.labelIou);
    if (ambiguous > 0) {
        printErr(
            "warning: {} proposals have only a rounded IoU within 0.005 of the label threshold {:g}; they "
            "keep the label of their name\n",
            ambiguous, options.labelIou);
    }
    if (options.json) {
        Json json = reportJson(matrix, threshold);
        json["run"] = run->id().value;
        json["epoch"] = run->record.summary.best ? run->record.summary.best->epoch : 0;
        json["label_iou"] = options.labelIou;
        json["ambiguous"] = ambiguous;
        printOut("{}\n", dump(json));
    } else {
        printOut("run {}  {}  epoch {}  threshold {:g}\n\n{}", run->id().value, run->record.summary.name,
                 run->record.summary.best ? run->record.summary.best->epoch : 0, threshold,
                 reportText(matrix));
    }
    return kDone;
}

} // namespace

void addReport(CLI::App& program, Action& chosen) {
    auto* command = program.add_subcommand("report", "Classification report and confusion matrix of a run");
    auto options = std::make_shared<Options>();
    command->add_option("run", options->run, "Its number, a prefix of its uuid, or last")->required();
    command
        ->add_option("--threshold", options->threshold,
                     "Probability from which a proposal is predicted as crack")
        ->check(numberWithin(0.0, 1.0));
    command
        ->add_option("--label-iou", options->labelIou,
                     "Count as crack what has an IoU above this, as a run of that label_iou would")
        ->check(numberWithin(0.0, 0.99));
    command->add_flag("--json", options->json, "Print one JSON document");
    command->callback([&chosen, options] {
        chosen = [options](const Context& context) { return printReport(context, *options); };
    });
}

} // namespace fissure::cli
