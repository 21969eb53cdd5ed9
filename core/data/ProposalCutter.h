#pragma once

#include "core/base/Result.h"
#include "core/data/BuildPlan.h"
#include "core/data/ProposalRecipe.h"

#include <filesystem>
#include <stop_token>
#include <string>
#include <vector>

namespace fissure {

/// A photograph that was cut up, and how.
struct CutImage {
    int width = 0;
    int height = 0;
    GroundTruth groundTruth;
    std::vector<ProposalCut> cuts; ///< a crop's counter is its index here
};

/// Name of the crop with that index.
std::string cropFileName(const std::string& source, const std::vector<ProposalCut>& cuts, std::size_t index);

/// Cuts one photograph and writes its crops into a folder, all of them or none. Fails as the photograph or
/// its ground truth cannot be read, OutOfRange (their sizes differ), Stopped, or Unwritable for the crops.
Result<CutImage> cutProposals(const PlannedImage& planned, const GroundTruthReader& reader,
                              const ProposalRecipe& recipe, const std::filesystem::path& folder,
                              const std::stop_token& stop);

} // namespace fissure
