#pragma once

#include "core/data/ProposalRecipe.h"

#include <cstdint>
#include <string_view>
#include <vector>

namespace fissure::ui {

/// What a recipe makes of a proposal.
enum class Fate { Crack, Negative, LeftOut };

struct ScoredProposal {
    Box box;
    double iou = 0.0; ///< exact; the highest with any ground-truth box
    Fate fate = Fate::LeftOut;

    bool operator==(const ScoredProposal&) const = default;
};

/// The proposals of a photograph under a recipe.
struct ScoredProposals {
    std::vector<ScoredProposal> proposals; ///< of rising IoU, the order in which they are painted
    std::int64_t cracks = 0;
    std::int64_t negatives = 0; ///< those the policy keeps
    std::int64_t leftOut = 0;
    std::int64_t groundTruthCrops = 0; ///< which the recipe adds
};

/// What a build would make of the proposals of a photograph, largest first, without searching again. source
/// is what the photograph is called. Pure.
ScoredProposals score(const std::vector<Box>& proposals, const std::vector<Box>& groundTruth,
                      const ProposalRecipe& recipe, std::string_view source);

} // namespace fissure::ui
