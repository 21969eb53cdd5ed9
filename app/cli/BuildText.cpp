#include "app/cli/BuildText.h"

#include "app/cli/Counted.h"
#include "app/cli/RunJson.h"
#include "core/base/Clock.h"

#include <fmt/format.h>

#include <algorithm>
#include <numeric>
#include <span>

namespace fissure::cli {

namespace {

double lowerEdge(int band) {
    return static_cast<double>(band) / IouHistogram::kBands;
}

std::string linesOf(const std::vector<SkippedFile>& files, std::string_view before) {
    std::vector<std::string> lines;
    for (const SkippedFile& file : files) {
        lines.push_back(fmt::format("{}{}: {}", before, file.file, file.reason.str()));
    }
    return firstOf(lines, "");
}

} // namespace

std::string progressText(const BuildProgress& progress) {
    std::string text =
        fmt::format("{}/{}", progress.done, counted(progress.total, "photograph", "photographs"));
    if (progress.reused > 0) {
        text += fmt::format(", {} of them unchanged", progress.reused);
    }
    if (progress.imagesPerSecond > 0.0) {
        text +=
            fmt::format(", {:.1f}/s, {} left", progress.imagesPerSecond, toDurationText(progress.timeLeft));
    }
    return text;
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

std::string firstOf(const std::vector<std::string>& lines, std::string_view indent) {
    constexpr std::size_t kShown = 20;
    std::string text;
    for (const std::string& line : std::span(lines).first(std::min(lines.size(), kShown))) {
        text += fmt::format("{}{}\n", indent, line);
    }
    return lines.size() <= kShown
               ? text
               : text + fmt::format("{}and {} more (--json lists them all)\n", indent, lines.size() - kShown);
}

std::string leftOutText(const std::vector<SkippedFile>& skipped, std::int64_t clippedBoxes,
                        const std::vector<SkippedFile>& refusedBoxes) {
    std::string text = linesOf(skipped, "left out ");
    if (clippedBoxes > 0) {
        text += fmt::format("ground-truth boxes clipped to their photograph: {}\n", clippedBoxes);
    }
    if (!refusedBoxes.empty()) {
        text += fmt::format("ground-truth boxes left out: {}\n", refusedBoxes.size());
    }
    return text + linesOf(refusedBoxes, "");
}

std::string buildText(const BuildReport& report) {
    std::string text = histogramTable(report.histogram);
    text +=
        fmt::format("\n{} from {} of {}",
                    counted(report.positives + report.negatives + report.groundTruthCrops, "crop", "crops"),
                    report.imagesUsed, counted(report.imagesFound, "photograph", "photographs"));
    if (report.groundTruthCrops > 0) {
        text += fmt::format(", {} of them ground-truth boxes", report.groundTruthCrops);
    }
    text += fmt::format(
        "{}\n", report.isComplete ? "" : "; the rest is not done, and the next build goes on from here");
    if (report.imagesReused > 0) {
        text += fmt::format("photographs unchanged since the last build, whose crops were kept: {}\n",
                            report.imagesReused);
    }
    text += leftOutText(report.skipped, report.clippedBoxes, report.refusedBoxes);
    if (!report.foreignCrops.empty()) {
        text += fmt::format("crops in the folder that are of no build, and count as proposals: {}\n",
                            report.foreignCrops.size());
        text += firstOf(report.foreignCrops, "  ");
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
            {"images_failed", report.imagesFailed},
            {"images_reused", report.imagesReused},
            {"positives", report.positives},
            {"negatives", report.negatives},
            {"ground_truth_crops", report.groundTruthCrops},
            {"iou_histogram", toJson(report.histogram)},
            {"clipped_boxes", report.clippedBoxes},
            {"refused_boxes", toJson(report.refusedBoxes)},
            {"skipped", toJson(report.skipped)},
            {"foreign_crops", report.foreignCrops},
            {"fingerprint", report.fingerprint}};
}

} // namespace fissure::cli
