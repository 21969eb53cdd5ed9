#pragma once

#include "core/base/Result.h"
#include "core/data/ProposalIndex.h"

#include <string>
#include <vector>

namespace fissure {

/// Where a folder and its manifest disagree on what crops there are, and of which IoU.
struct ManifestDifference {
    std::vector<std::string> missing; ///< named by the manifest and not there, in its order
    std::vector<std::string> unknown; ///< proposals that it does not name, in the order of the index
    std::vector<SkippedFile>
        otherIou; ///< proposals whose row contradicts their name, in the manifest's order
};

/// None where there is no manifest. Fails as visitManifest() does.
Result<ManifestDifference> compareWithManifest(const ProposalIndex& index);

} // namespace fissure
