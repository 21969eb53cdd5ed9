#include "core/data/ProposalCheck.h"

#include "core/data/ManifestDifference.h"
#include "core/metrics/LabelRule.h"

#include <algorithm>
#include <iterator>

namespace fissure {

namespace {

bool contradicts(const Proposal& proposal, double labelIou) {
    return labelAt(proposal.iou, proposal.iouIsExact, proposal.label, labelIou) != proposal.label;
}

/// Of all that stands in the folder, as a build takes it; a path cache may leave some of it out.
std::string fingerprintOfAll(const ProposalIndex& index) {
    std::vector<Proposal> all = index.proposals;
    all.insert(all.end(), index.unlisted.begin(), index.unlisted.end());
    return fingerprintOf(index.folder, all);
}

} // namespace

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
        const ProposalIndex& found = check.index;
        check.hasChanged = description->fingerprint !=
                           (found.unlisted.empty() ? check.fingerprint : fingerprintOfAll(found));
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
    check.otherIou = std::move(difference->otherIou);
    return check;
}

} // namespace fissure
