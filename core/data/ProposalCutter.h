#pragma once

#include "core/base/Result.h"
#include "core/data/BuildPlan.h"
#include "core/data/CropFolder.h"
#include "core/data/CutImage.h"
#include "core/data/ProposalRecipe.h"

#include <stop_token>

namespace fissure {

/// Cuts one photograph and writes its crops into a folder, all of them or none. Fails as the photograph or
/// its ground truth cannot be read, OutOfRange (their sizes differ), Stopped, or Unwritable for the crops.
Result<CutImage> cutProposals(const PlannedImage& planned, const GroundTruthReader& reader,
                              const ProposalRecipe& recipe, CropFolder& folder, const std::stop_token& stop);

} // namespace fissure
