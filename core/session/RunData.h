#pragma once

#include "core/base/Result.h"
#include "core/config/RunConfig.h"
#include "core/data/ProposalIndex.h"
#include "core/store/DatasetRecord.h"

#include <filesystem>
#include <string>
#include <vector>

namespace fissure {

/// What a configuration's folders hold, as the run will use it.
struct RunData {
    std::vector<Proposal> train;
    std::vector<Proposal> valid;
    std::vector<SkippedFile> rejected; ///< of both folders, files named with their folder
    std::vector<UsedDataset> datasets; ///< the folders as they are, before anything is selected
    std::string datasetFingerprint;
    std::string evaluationFingerprint;
};

/// Scans, labels and cuts; cache as scanProposals() takes it. Fails as that does, and with Empty when the
/// training proposals have one class only or no crop of a folder can be read.
Result<RunData> collectRunData(const RunConfig& config, const std::filesystem::path& cache = {});

} // namespace fissure
