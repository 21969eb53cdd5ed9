#pragma once

#include "core/base/Result.h"
#include "core/config/RunConfig.h"
#include "core/data/ProposalIndex.h"
#include "core/session/preflight/RunSide.h"
#include "core/store/DatasetRecord.h"

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

/// What the sides of the configuration's run are for it. Fails with Empty when the training proposals have
/// one class only or no crop of a folder can be read.
Result<RunData> collectRunData(const RunConfig& config, const RunSides& sides);

} // namespace fissure
