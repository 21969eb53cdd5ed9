#include "app/cli/CheckText.h"

#include "app/cli/BuildText.h"

#include <fmt/format.h>

#include <vector>

namespace fissure::cli {

namespace {

std::string datasetText(const ProposalCheck& check) {
    if (!check.datasetProblem.empty()) {
        return "unusable";
    }
    if (!check.description) {
        return "no";
    }
    return fmt::format("built by {}{}{}", check.description->program,
                       check.description->isComplete ? "" : ", stopped before it was complete",
                       check.hasChanged ? ", its files have changed since" : ", unchanged since");
}

std::vector<SkippedFile> listed(const std::vector<DamagedCrop>& damaged) {
    std::vector<SkippedFile> files;
    for (const DamagedCrop& crop : damaged) {
        files.push_back({crop.file, crop.reason});
    }
    return files;
}

} // namespace

std::string checkText(const ProposalCheck& check) {
    return fmt::format("{}: {} no crack, {} crack\n\n{}\nexact IoUs (manifest.csv): {}\n"
                       "description (dataset.json): {}\n\n",
                       check.index.folder.string(), check.index.countOf(0), check.index.countOf(1),
                       histogramTable(check.histogram), check.index.hasManifest ? "yes" : "no",
                       datasetText(check));
}

Json toJson(const ProposalCheck& check, const CropCheck& crops, bool isUsable) {
    Json contradictions = Json::array();
    for (const Proposal& proposal : check.contradictions) {
        contradictions.push_back({{"file", proposal.file}, {"iou", proposal.iou}, {"label", proposal.label}});
    }
    return {{"folder", check.index.folder.string()},
            {"usable", isUsable},
            {"no_crack", check.index.countOf(0)},
            {"crack", check.index.countOf(1)},
            {"iou_histogram", toJson(check.histogram)},
            {"manifest", check.index.hasManifest},
            {"dataset", check.description.has_value()},
            {"dataset_problem", check.datasetProblem.str()},
            {"complete", !check.description || check.description->isComplete},
            {"changed", check.hasChanged},
            {"fingerprint", check.fingerprint},
            {"rejected", toJson(check.index.rejected)},
            {"damaged", toJson(listed(crops.damaged))},
            {"missing", check.missing},
            {"unknown", check.unknown},
            {"other_iou", toJson(check.otherIou)},
            {"label_iou", check.labelIou},
            {"contradictions", std::move(contradictions)}};
}

Json toJson(const EpochDraws& epoch) {
    return {{"draws", epoch.draws}, {"crack", epoch.cracks}};
}

Json toJson(const RunForecast& forecast, std::int64_t epochs) {
    const auto seconds = [](std::chrono::duration<double> time) { return time.count(); };
    return {{"epoch_seconds", seconds(forecast.epoch())},
            {"whole_seconds", seconds(forecast.whole(epochs))},
            {"train_images_per_second", forecast.trainImagesPerSecond},
            {"val_images_per_second", forecast.validImagesPerSecond},
            {"memory_bytes", forecast.memoryBytes},
            {"start_seconds", seconds(forecast.start)},
            {"keep_seconds", seconds(forecast.keep)},
            {"measured_steps", forecast.trainSteps},
            {"measured_val_batches", forecast.validBatches}};
}

} // namespace fissure::cli
