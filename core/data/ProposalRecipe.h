#pragma once

#include "core/data/Image.h"
#include "core/data/Masks.h"
#include "core/data/SelectiveSearch.h"

#include <cstddef>
#include <optional>
#include <vector>

namespace fissure {

/// How photographs become labelled crops. The defaults are those of the reference data.
struct ProposalRecipe {
    SearchMode mode = SearchMode::Fast;
    double labelIou = 0.5;    ///< a proposal is a crack when its IoU is above it
    int negatives = 400;      ///< negatives are kept among this many largest proposals only
    double negativeIou = 1.0; ///< a negative of a higher IoU, neither crack nor clearly none, is left out
    int negativesPerBand = 0; ///< at most so many an image out of each IoU band of 0.05; 0: no limit
    bool groundTruthCrops = false; ///< add the ground-truth boxes themselves, as cracks of IoU 1
    int cropSizePx = 224;
    int jpegQuality = 95;
    MaskBoxSettings mask;

    bool operator==(const ProposalRecipe&) const = default;
};

/// A box that becomes a crop.
struct ProposalCut {
    Box box;
    double iou = 0.0; ///< exact; the highest with any ground-truth box
    int label = 0;
    std::optional<std::size_t> groundTruth; ///< index of that box; the first of equals; none at IoU 0
    bool isGroundTruth = false;             ///< the annotated box itself

    bool operator==(const ProposalCut&) const = default;
};

/// Scores and picks from proposals ordered by area, largest first: every positive, the negatives the recipe
/// allows, then the ground-truth boxes where it asks for them. Keeps the order.
std::vector<ProposalCut> chooseProposals(const std::vector<Box>& proposals,
                                         const std::vector<Box>& groundTruth, const ProposalRecipe& recipe);

} // namespace fissure
