#include "app/cli/BuildText.h"

#include "app/cli/RunJson.h"
#include "core/base/Clock.h"

#include <fmt/format.h>

#include <numeric>

namespace fissure::cli {

namespace {

double lowerEdge(int band) {
    return static_cast<double>(band) / IouHistogram::kBands;
}

} // namespace

std::string progressText(const BuildProgress& progress) {
    return fmt::format("{}/{} photographs, {:.1f}/s, {} left", progress.done, progress.total,
                       progress.imagesPerSecond, toDurationText(progress.timeLeft));
}

std::string histogramTable(const IouHistogram& histogram) {
    std::string text = fmt::format("{:<12}{:>10}{:>10}\n", "IoU", "no crack", "crack");
    for (int band = 0; band < IouHistogram::kBands; ++band) {
        text += fmt::format("{:.1f} - {:.1f}   {:>10}{:>10}\n", lowerEdge(band), lowerEdge(band + 1),
                            histogram.noCrack[band], histogram.crack[band]);
    }
    return text +
           fmt::format(
               "{:<12}{:>10}{:>10}\n", "all",
               std::accumulate(std::begin(histogram.noCrack), std::end(histogram.noCrack), std::int64_t{0}),
               std::accumulate(std::begin(histogram.crack), std::end(histogram.crack), std::int64_t{0}));
}

std::string buildText(const BuildReport& report) {
    std::string text = histogramTable(report.histogram);
    text += fmt::format("\n{} crops from {} of {} photographs",
                        report.positives + report.negatives + report.groundTruthCrops, report.imagesUsed,
                        report.imagesFound);
    if (report.groundTruthCrops > 0) {
        text += fmt::format(", {} of them ground-truth boxes", report.groundTruthCrops);
    }
    text += fmt::format("{}\n", report.isComplete ? "" : "; the build was stopped before the rest");
    for (const SkippedFile& file : report.skipped) {
        text += fmt::format("left out {}: {}\n", file.file, file.reason);
    }
    return text + fmt::format("in {}\n", report.folder.string());
}

Json toJson(const IouHistogram& histogram) {
    Json bands = Json::array();
    for (int band = 0; band < IouHistogram::kBands; ++band) {
        bands.push_back({{"from", lowerEdge(band)},
                         {"to", lowerEdge(band + 1)},
                         {"no_crack", histogram.noCrack[band]},
                         {"crack", histogram.crack[band]}});
    }
    return bands;
}

Json toJson(const BuildReport& report) {
    return {{"folder", report.folder.string()},
            {"complete", report.isComplete},
            {"images_found", report.imagesFound},
            {"images_used", report.imagesUsed},
            {"positives", report.positives},
            {"negatives", report.negatives},
            {"ground_truth_crops", report.groundTruthCrops},
            {"iou_histogram", toJson(report.histogram)},
            {"skipped", toJson(report.skipped)},
            {"fingerprint", report.fingerprint}};
}

} // namespace fissure::cli
