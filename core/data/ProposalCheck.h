#pragma once

#include "core/base/Result.h"
#include "core/data/DatasetFile.h"
#include "core/data/ProposalIndex.h"

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace fissure {

/// What is in a folder of proposals, and what is wrong with it.
struct ProposalCheck {
    ProposalIndex index; ///< its rejected files are those whose names do not fit
    IouHistogram histogram;
    std::vector<std::string> missing;  ///< crops that the manifest names and the folder lacks
    std::vector<std::string> unknown;  ///< crops in the folder that the manifest, where there is one, lacks
    std::vector<SkippedFile> otherIou; ///< crops whose name says another IoU than the manifest, and which
    double labelIou = 0.5; ///< the threshold the labels were checked against; from dataset.json if there
    std::vector<Proposal>
        contradictions; ///< cracks at or below the threshold, others above it, beyond rounding
    std::optional<DatasetDescription> description;
    Text datasetProblem;     ///< why dataset.json cannot be read; empty where it can, or is not there
    std::string fingerprint; ///< of the proposals
    bool hasChanged = false; ///< since it was built, as the fingerprint in dataset.json says
};

/// Reads names, manifest and dataset.json; no crop is opened. cache: as scanProposals() takes it. Fails as
/// that does.
Result<ProposalCheck> inspectProposals(const std::filesystem::path& folder,
                                       const std::filesystem::path& cache = {});

} // namespace fissure
