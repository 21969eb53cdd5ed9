#include "core/data/ProposalCheck.h"

#include "core/data/ManifestDifference.h"
#include "core/metrics/LabelRule.h"

#include <algorithm>
#include <unordered_set>

namespace fissure {

namespace {

bool contradicts(const Proposal& proposal, double labelIou) {
    return labelAt(proposal.iou, proposal.iouIsExact, proposal.label, labelIou) != proposal.label;
}

} // namespace

bool ProposalCheck::isUsable() const {
    std::unordered_set<std::string> unreadable;
    for (const DamagedCrop& file : crops.damaged) {
        unreadable.insert(file.file);
    }
    const auto hasReadable = [&](int label) {
        return std::ranges::any_of(index.proposals, [&](const Proposal& proposal) {
            return proposal.label == label && !unreadable.contains(proposal.file);
        });
    };
    return hasReadable(0) && hasReadable(1);
}

Result<ProposalCheck> inspectProposals(const std::filesystem::path& folder,
                                       const std::filesystem::path& cache) {
    auto index = scanProposals(folder, cache);
    if (!index) {
        return failure(std::move(index.error()));
    }
    ProposalCheck check;
    check.index = std::move(*index);
    check.histogram = histogramOf(check.index.proposals);
    check.fingerprint = fingerprintOf(folder, check.index.proposals);
    if (auto description = readDatasetFile(folder)) {
        check.labelIou = description->recipe.labelIou;
        check.hasChanged = description->fingerprint != check.fingerprint;
        check.description = std::move(*description);
    } else if (description.error().code != ErrorCode::NotFound) {
        check.datasetProblem = description.error().cause;
    }
    std::ranges::copy_if(check.index.proposals, std::back_inserter(check.contradictions),
                         [&](const Proposal& proposal) { return contradicts(proposal, check.labelIou); });
    auto difference = compareWithManifest(check.index);
    if (!difference) {
        return failure(std::move(difference.error()));
    }
    check.missing = std::move(difference->missing);
    check.unknown = std::move(difference->unknown);
    return check;
}

Result<ProposalCheck> checkProposals(const std::filesystem::path& folder,
                                     const CheckProgressCallback& onProgress, const std::stop_token& stop,
                                     const CropCheckOptions& options) {
    auto check = inspectProposals(folder);
    if (!check) {
        return check;
    }
    return checkCrops(folder, check->index.proposals, options, onProgress, stop).map([&](CropCheck&& crops) {
        check->crops = std::move(crops);
        return std::move(*check);
    });
}

} // namespace fissure
