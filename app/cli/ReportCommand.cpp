#include "app/cli/Output.h"
#include "app/cli/RunAccess.h"
#include "app/cli/RunJson.h"
#include "app/cli/RunText.h"
#include "app/cli/Scores.h"
#include "core/metrics/LabelRule.h"

#include <algorithm>
#include <cstdint>
#include <memory>
#include <vector>

namespace fissure::cli {

namespace {

struct Options {
    std::string run;
    ReportOptions report;
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
    const RunSummary& summary = run->record.summary;
    const int epoch = summary.best ? summary.best->epoch : 0;
    const double threshold = options.report.threshold.value_or(summary.config.decisionThreshold);
    const double labelIou = options.report.labelIou.value_or(0.0);
    const ConfusionMatrix matrix = countAt(*predictions, threshold, labelIou);
    const Scores scores(*predictions, labelIou, options.report);
    const std::int64_t ambiguous = countAmbiguous(*predictions, labelIou);
    if (ambiguous > 0) {
        printErr(
            "warning: proposals with only a rounded IoU, within 0.005 of the label threshold {:g}, which "
            "keep the label of their name: {}\n",
            labelIou, ambiguous);
    }
    if (options.report.json) {
        Json json = reportJson(matrix, threshold);
        json["run"] = run->id().value;
        json["epoch"] = epoch;
        json["label_iou"] = labelIou;
        json["ambiguous"] = ambiguous;
        scores.addTo(json);
        printOut("{}\n", dump(json));
    } else {
        printOut("run {}  {}  epoch {}  threshold {:g}{}\n\n{}{}", run->id().value, summary.name, epoch,
                 threshold, labelIou > 0.0 ? fmt::format("  label IoU {:g}", labelIou) : "",
                 reportText(matrix), scores.text());
    }
    return kDone;
}

} // namespace

void addReport(CLI::App& program, Action& chosen) {
    auto* command = program.add_subcommand("report", "Classification report and confusion matrix of a run");
    auto options = std::make_shared<Options>();
    command->add_option("run", options->run, "Its number, a prefix of its uuid, or last")->required();
    addReportOptions(*command, options->report);
    command->callback([&chosen, options] {
        chosen = [options](const Context& context) { return printReport(context, *options); };
    });
}

} // namespace fissure::cli
