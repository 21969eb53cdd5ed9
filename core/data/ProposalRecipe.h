#pragma once

#include "core/config/Enums.h"
#include "core/data/Image.h"
#include "core/data/ImageFormat.h"
#include "core/data/Masks.h"
#include "core/data/SelectiveSearch.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace fissure {

/// Which negatives of a photograph become crops.
enum class NegativePolicy {
    FirstByArea, ///< those among the so many largest proposals, positives counted in: the reference work's
                 ///< 400
    Hardest,     ///< the so many of highest IoU, the larger first among equals
    PerBand,     ///< the so many largest of each IoU band of 0.05 (IouBand.h): the reference work's later 10
    Random,      ///< so many drawn evenly, by seed and photograph
    All,
};

template <>
struct EnumNames<NegativePolicy> {
    static constexpr std::array<std::string_view, 5> names{"first-by-area", "hardest", "per-band", "random",
                                                           "all"};
};

/// The number that a policy speaks of where nobody says another: the reference work's, and for those it does
/// not know the one that keeps about as many.
constexpr int defaultNegatives(NegativePolicy policy) {
    return policy == NegativePolicy::PerBand ? 10 : 400;
}

/// How photographs become labelled crops. The defaults are those of the reference data.
struct ProposalRecipe {
    SearchMode mode = SearchMode::Fast;
    double labelIou = 0.5; ///< a proposal is a crack when its IoU is above it
    NegativePolicy policy = NegativePolicy::FirstByArea;
    int negatives = defaultNegatives(NegativePolicy::FirstByArea); ///< the number the policy speaks of
    double negativeIou = 1.0; ///< a negative of a higher IoU, neither crack nor clearly none, is left out
    std::uint64_t seed = 0;   ///< of the random policy
    bool groundTruthCrops = false; ///< add the ground-truth boxes themselves, as cracks of IoU 1
    int cropSizePx = 224;
    ImageFormat format = ImageFormat::Jpeg; ///< of the crops
    int jpegQuality = 95;                   ///< 1 to 100; of WebP, too
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
/// allows, then the ground-truth boxes where it asks for them. Keeps the order. source: what the photograph
/// is called, for the random policy.
std::vector<ProposalCut> chooseProposals(const std::vector<Box>& proposals,
                                         const std::vector<Box>& groundTruth, const ProposalRecipe& recipe,
                                         std::string_view source = {});

} // namespace fissure
