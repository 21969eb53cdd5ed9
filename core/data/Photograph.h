#pragma once

#include "core/base/Result.h"
#include "core/data/BuildPlan.h"
#include "core/data/ProposalRecipe.h"

#include <cstddef>
#include <string>
#include <vector>

namespace fissure {

/// A photograph as a build reads it, not decoded yet.
struct Photograph {
    std::vector<std::byte> bytes; ///< of its file
    ImageSize size;
    GroundTruth groundTruth;
    /// SHA-256 over all that its crops follow from: these bytes, the boxes, the recipe, what the crops are
    /// called, and how this version of the program makes them. Equal keys, equal crops.
    std::string key;
};

/// Fails as the photograph's header or its ground truth cannot be read, or with OutOfRange (their sizes
/// differ). Safe from any thread.
Result<Photograph> readPhotograph(const PlannedImage& planned, const GroundTruthReader& reader,
                                  const ProposalRecipe& recipe);

} // namespace fissure
