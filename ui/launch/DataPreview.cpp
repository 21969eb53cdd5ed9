#include "ui/launch/DataPreview.h"

#include "core/config/EpochSteps.h"
#include "core/data/ProposalName.h"
#include "core/data/ProposalSelection.h"

#include <algorithm>
#include <set>

namespace fissure::ui {

namespace {

SplitPreview splitOf(const std::string& folder, const ScannedFolder& scanned, const SelectionRule& rule) {
    SplitPreview split;
    split.folder = folder;
    if (!scanned) {
        return split;
    }
    if (!*scanned) {
        split.error = scanned->error();
        return split;
    }
    const ProposalIndex& index = **scanned;
    const ProposalSelection selection = selectProposals(index, rule);
    split.found = static_cast<std::int64_t>(index.proposals.size());
    split.crack = countOf(selection.proposals, 1);
    split.noCrack = static_cast<std::int64_t>(selection.proposals.size()) - split.crack;
    split.ambiguous = selection.ambiguous;
    split.histogram = histogramOf(selection.proposals);
    split.rejected = index.rejected;
    split.warnings = index.warnings;
    return split;
}

std::set<std::string> sourcesOf(const ScannedFolder& scanned) {
    std::set<std::string> sources;
    if (scanned && *scanned) {
        for (const Proposal& proposal : (*scanned)->proposals) {
            if (auto name = parseProposalName(proposal.file)) {
                sources.insert(std::move(name->source));
            }
        }
    }
    return sources;
}

std::int64_t sharedSources(const ScannedFolder& train, const ScannedFolder& valid) {
    const std::set<std::string> ofTrain = sourcesOf(train);
    const std::set<std::string> ofValid = sourcesOf(valid);
    return std::ranges::count_if(ofValid,
                                 [&](const std::string& source) { return ofTrain.contains(source); });
}

} // namespace

DataPreview previewOf(const RunConfig& config, const ScannedFolder& train, const ScannedFolder& valid) {
    DataPreview preview;
    preview.train = splitOf(config.trainDir, train, trainSelection(config));
    preview.valid = splitOf(config.validDir, valid, validSelection(config));
    preview.crackShare = expectedCrackShare(config, preview.train.crack, preview.train.noCrack);
    preview.stepsInEpoch = stepsInEpoch(config, preview.train.used());
    preview.sharedSources = sharedSources(train, valid);
    return preview;
}

double expectedCrackShare(const RunConfig& config, std::int64_t crack, std::int64_t noCrack) {
    if (crack == 0 || noCrack == 0) {
        return crack == 0 ? 0.0 : 1.0;
    }
    if (config.sampler != Sampler::Weighted) {
        return static_cast<double>(crack) / static_cast<double>(crack + noCrack);
    }
    if (config.crackWeight == 0.0) {
        return 0.5;
    }
    const double drawn = config.crackWeight * static_cast<double>(crack);
    return drawn / (drawn + static_cast<double>(noCrack));
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
