#include "core/data/ProposalCheck.h"

#include "core/data/ImageFile.h"
#include "core/data/ManifestDifference.h"
#include "core/metrics/LabelRule.h"

#include <algorithm>
#include <unordered_set>

namespace fissure {

namespace {

bool contradicts(const Proposal& proposal, double labelIou) {
    return labelAt(proposal.iou, proposal.iouIsExact, proposal.label, labelIou) != proposal.label;
}

Result<std::vector<SkippedFile>> undecodable(const ProposalIndex& index,
                                             const CheckProgressCallback& onProgress,
                                             const std::stop_token& stop) {
    std::vector<SkippedFile> damaged;
    const auto total = static_cast<std::int64_t>(index.proposals.size());
    std::int64_t done = 0;
    for (const Proposal& proposal : index.proposals) {
        if (stop.stop_requested()) {
            return failure(ErrorCode::Stopped, index.folder.string(), Text("core", "the check was stopped"));
        }
        if (const auto image = readImage(index.folder / proposal.file); !image) {
            damaged.push_back({proposal.file, image.error().cause});
        }
        ++done;
        if (onProgress) {
            onProgress(done, total);
        }
    }
    return damaged;
}

} // namespace

bool ProposalCheck::isUsable() const {
    std::unordered_set<std::string> unreadable;
    for (const SkippedFile& file : damaged) {
        unreadable.insert(file.file);
    }
    const auto hasReadable = [&](int label) {
        return std::ranges::any_of(index.proposals, [&](const Proposal& proposal) {
            return proposal.label == label && !unreadable.contains(proposal.file);
        });
    };
    return hasReadable(0) && hasReadable(1);
}

Result<ProposalCheck> checkProposals(const std::filesystem::path& folder,
                                     const CheckProgressCallback& onProgress, const std::stop_token& stop) {
    auto index = scanProposals(folder);
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
        check.datasetProblem = description.error().cause.str();
    }
    std::ranges::copy_if(check.index.proposals, std::back_inserter(check.contradictions),
                         [&](const Proposal& proposal) { return contradicts(proposal, check.labelIou); });
    auto difference = compareWithManifest(check.index);
    if (!difference) {
        return failure(std::move(difference.error()));
    }
    check.missing = std::move(difference->missing);
    check.unknown = std::move(difference->unknown);
    auto damaged = undecodable(check.index, onProgress, stop);
    if (!damaged) {
        return failure(std::move(damaged.error()));
    }
    check.damaged = std::move(*damaged);
    return check;
}

} // namespace fissure
