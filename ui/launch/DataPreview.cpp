#include "ui/launch/DataPreview.h"

#include "core/config/EpochSteps.h"
#include "core/session/preflight/QuickFindings.h"

namespace fissure::ui {

namespace {

/// The folder where it could be read.
const ProposalCheck* readOf(const ScannedFolder& scanned) {
    return scanned && *scanned ? &**scanned : nullptr;
}

SplitPreview splitOf(const std::string& folder, const ScannedFolder& scanned) {
    SplitPreview split;
    split.folder = folder;
    if (scanned && !*scanned) {
        split.error = scanned->error();
    }
    return split;
}

void fill(SplitPreview& split, const RunSide& side) {
    split.found = static_cast<std::int64_t>(side.folder.index.proposals.size());
    split.crack = side.crack();
    split.noCrack = side.noCrack();
    split.histogram = histogramOf(side.used);
    split.rejected = side.folder.index.rejected;
    split.fingerprint = side.folder.fingerprint;
}

} // namespace

DataPreview previewOf(const RunConfig& config, const ScannedFolder& train, const ScannedFolder& valid,
                      const MachineFacts& machine) {
    DataPreview preview;
    preview.train = splitOf(config.trainDir, train);
    preview.valid = splitOf(config.validDir, valid);
    preview.machine = machine.choice;
    const ProposalCheck* trainFolder = readOf(train);
    const ProposalCheck* validFolder = readOf(valid);
    if (validFolder != nullptr) {
        fill(preview.valid, validSideOf(config, *validFolder));
    }
    if (trainFolder == nullptr) {
        return preview;
    }
    const RunSides sides = sidesOf(config, *trainFolder, validFolder);
    fill(preview.train, sides.train);
    preview.stepsInEpoch = stepsInEpoch(config, preview.train.used());
    if (auto findings = quickFindings(config, sides, machine)) {
        preview.findings = std::move(*findings);
    } else {
        preview.train.error = findings.error();
    }
    return preview;
}

std::optional<Error> obstacleOf(const DataPreview& preview) {
    if (preview.train.error) {
        return preview.train.error;
    }
    if (preview.valid.error) {
        return preview.valid.error;
    }
    if (preview.train.hasOneClassOnly()) {
        return Error{ErrorCode::Empty, preview.train.folder, "all training proposals are of one class",
                     "choose a folder with both classes, or another label IoU threshold"};
    }
    return std::nullopt;
}

} // namespace fissure::ui
