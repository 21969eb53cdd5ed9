#include "ui/launch/PreviewNotes.h"

#include "ui/common/CoreText.h"
#include "ui/common/ErrorText.h"
#include "ui/common/Format.h"

#include <algorithm>
#include <filesystem>

namespace fissure::ui {

namespace {

using Kind = PreviewNote::Kind;

bool isSameFolder(const std::string& a, const std::string& b) {
    std::error_code error;
    return !a.empty() && !b.empty() && std::filesystem::equivalent(a, b, error);
}

} // namespace

std::vector<PreviewNote> PreviewNotes::of(const RunConfig& config, const DataPreview& preview,
                                          const RunEstimate& estimate) {
    std::vector<PreviewNote> notes;
    addFolders(config, preview, notes);
    addClasses(preview, notes);
    addMemory(preview, estimate, notes);
    addSettings(config, preview, notes);
    std::ranges::stable_sort(notes, {}, &PreviewNote::kind);
    return notes;
}

void PreviewNotes::addFolders(const RunConfig& config, const DataPreview& preview,
                              std::vector<PreviewNote>& notes) {
    for (const SplitPreview* split : {&preview.train, &preview.valid}) {
        if (split->error) {
            notes.push_back({Kind::Error, errorText(*split->error)});
        }
        for (const Text& warning : split->warnings) {
            notes.push_back({Kind::Warning, coreText(warning)});
        }
    }
    if (config.validDir.empty() && preview.train.used() > 0) {
        notes.push_back(
            {Kind::Warning, tr("There are no validation proposals. The best weights will be those of "
                               "the lowest training loss, and nothing tells how good they are.")});
    }
    if (isSameFolder(config.trainDir, config.validDir)) {
        notes.push_back(
            {Kind::Warning, tr("Training and validation use the same folder. The validation figures "
                               "will look better than the network is.")});
    } else if (preview.sharedSources > 0) {
        notes.push_back(
            {Kind::Warning,
             tr("Proposals of %n photograph(s) stand in both folders. The validation figures will "
                "look better than the network is.",
                nullptr, static_cast<int>(preview.sharedSources))});
    }
}

void PreviewNotes::addClasses(const DataPreview& preview, std::vector<PreviewNote>& notes) {
    if (preview.train.hasOneClassOnly()) {
        notes.push_back(
            {Kind::Error, preview.train.crack == 0
                              ? tr("The training proposals have no crack among them. Choose another "
                                   "folder or a lower label IoU threshold.")
                              : tr("The training proposals are all cracks. Choose a folder with "
                                   "no-crack proposals too.")});
    }
    if (preview.valid.hasOneClassOnly()) {
        notes.push_back(
            {Kind::Warning, preview.valid.crack == 0
                                ? tr("The validation proposals have no crack among them. Recall will "
                                     "be 0 whatever the network learns.")
                                : tr("The validation proposals are all cracks. Precision will be 1 "
                                     "whatever the network learns.")});
    }
    const std::int64_t ambiguous = preview.train.ambiguous + preview.valid.ambiguous;
    if (ambiguous > 0) {
        notes.push_back(
            {Kind::Warning, tr("%n proposal(s) have a rounded IoU right at the label threshold. They "
                               "keep the label of their file name.",
                               nullptr, static_cast<int>(ambiguous))});
    }
}

void PreviewNotes::addMemory(const DataPreview& preview, const RunEstimate& estimate,
                             std::vector<PreviewNote>& notes) {
    const std::int64_t available = preview.availableMemoryBytes;
    if (available > 0 && estimate.memoryBytes > available) {
        notes.push_back(
            {Kind::Warning, tr("The run will need about %1 of memory and %2 are free. Choose a smaller batch "
                               "or input size, or close other programs.")
                                .arg(bytesText(estimate.memoryBytes), bytesText(available))});
    }
}

void PreviewNotes::addSettings(const RunConfig& config, const DataPreview& preview,
                               std::vector<PreviewNote>& notes) {
    const RunConfig defaults;
    if (config.crackWeight != defaults.crackWeight && config.sampler != Sampler::Weighted) {
        notes.push_back(
            {Kind::Warning, tr("The crack weight has no effect: only the weighted sampler uses it.")});
    }
    const bool hasFocal =
        config.focalAlpha != defaults.focalAlpha || config.focalGamma != defaults.focalGamma;
    if (hasFocal && config.loss != Loss::Focal) {
        notes.push_back({Kind::Warning, tr("Focal alpha and gamma have no effect: the loss is bce.")});
    }
    if (preview.hasEmulatedPrecision) {
        notes.push_back(
            {Kind::Warning, tr("This machine has to emulate bf16, which is some 20 times slower than fp32. "
                               "Choose auto or fp32.")});
    }
    if (config.sampler == Sampler::Sequential) {
        notes.push_back(
            {Kind::Warning, tr("The sequential sampler shows neighbouring crops together. Training "
                               "without shuffling usually ends worse.")});
    }
    const std::int64_t used = preview.train.used();
    if (used > 0 && used < config.batchSize) {
        notes.push_back({Kind::Warning, tr("The batch size of %1 is larger than the %2 training proposals.")
                                            .arg(countText(config.batchSize), countText(used))});
    }
    if (config.initialWeights.empty() && used > 0) {
        notes.push_back(
            {Kind::Info, tr("The network starts from random weights. ImageNet weights need far less "
                            "data and fewer epochs.")});
    }
}

} // namespace fissure::ui
