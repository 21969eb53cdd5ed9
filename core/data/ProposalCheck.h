#pragma once

#include "core/base/Result.h"
#include "core/data/DatasetFile.h"
#include "core/data/ProposalIndex.h"
#include "core/metrics/TrainMetrics.h"

#include <cstdint>
#include <filesystem>
#include <functional>
#include <optional>
#include <stop_token>
#include <string>
#include <vector>

namespace fissure {

/// What is in a folder of proposals, and what is wrong with it.
struct ProposalCheck {
    ProposalIndex index; ///< its rejected files are those whose names do not fit
    IouHistogram histogram;
    std::vector<SkippedFile> damaged; ///< crops that cannot be decoded
    std::vector<std::string> missing; ///< crops that the manifest names and the folder lacks
    std::vector<std::string> unknown; ///< crops in the folder that the manifest, where there is one, lacks
    double labelIou = 0.5; ///< the threshold the labels were checked against; from dataset.json if there
    std::vector<Proposal>
        contradictions; ///< cracks at or below the threshold, others above it, beyond rounding
    std::optional<DatasetDescription> description;
    std::string datasetProblem; ///< why dataset.json cannot be read; empty where it can, or is not there
    std::string fingerprint;
    bool hasChanged = false; ///< since it was built, as the fingerprint in dataset.json says

    /// There are readable crops of both labels.
    bool isUsable() const;
};

/// done of total crops
using CheckProgressCallback = std::function<void(std::int64_t done, std::int64_t total)>;

/// Reads names, manifest and dataset.json and decodes every crop. Fails as scanProposals() does, or with
/// Stopped.
Result<ProposalCheck> checkProposals(const std::filesystem::path& folder,
                                     const CheckProgressCallback& onProgress, const std::stop_token& stop);

} // namespace fissure
