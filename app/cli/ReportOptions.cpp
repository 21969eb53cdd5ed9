#include "app/cli/ReportOptions.h"

#include "app/cli/NumberWithin.h"
#include "core/config/RunConfig.h"

namespace fissure::cli {

namespace {

constexpr double kMostBins = 1000.0;

} // namespace

void addReportOptions(CLI::App& command, ReportOptions& options) {
    command
        .add_option("--threshold", options.threshold,
                    "Probability from which a proposal is predicted as crack")
        ->check(numberWithin(0.0, 1.0));
    command
        .add_option("--label-iou", options.labelIou,
                    "Count as crack what has an IoU above this, as a run of that label_iou would")
        ->check(numberWithin(0.0, kHighestLabelIou));
    command
        .add_option("--recall", options.recall,
                    "Tell the highest threshold that finds this share of the cracks, too")
        ->check(numberWithin(0.0, 1.0));
    command.add_option("--bins", options.bins, "Parts of equal width for the calibration error")
        ->check(numberWithin(1.0, kMostBins))
        ->capture_default_str();
    CLI::Option* json = command.add_flag("--json", options.json, "Print one JSON document");
    command
        .add_flag("--curves", options.curves,
                  "Put the points of the ROC, precision-recall and reliability curves into the document, too")
        ->needs(json);
}

} // namespace fissure::cli
