#include "core/data/ProposalRecipe.h"

#include "core/base/Seed.h"
#include "core/data/IouBand.h"

#include <algorithm>
#include <array>
#include <functional>
#include <iterator>

namespace fissure {

namespace {

ProposalCut scored(const Box& box, const std::vector<Box>& groundTruth, double labelIou) {
    ProposalCut cut{box, 0.0, 0, std::nullopt, false};
    for (std::size_t i = 0; i < groundTruth.size(); ++i) {
        const double iou = intersectionOverUnion(box, groundTruth[i]);
        if (iou > cut.iou) {
            cut.iou = iou;
            cut.groundTruth = i;
        }
    }
    cut.label = cut.iou > labelIou ? 1 : 0;
    return cut;
}

using Ranks = std::vector<std::size_t>; // places in the list of scored proposals, largest area first

Ranks largestOfEachBand(const std::vector<ProposalCut>& cuts, const Ranks& negatives, std::size_t count) {
    std::array<std::size_t, kNegativeBands> taken{};
    Ranks kept;
    std::ranges::copy_if(negatives, std::back_inserter(kept), [&](std::size_t rank) {
        return taken[static_cast<std::size_t>(negativeBandOf(cuts[rank].iou))]++ < count;
    });
    return kept;
}

/// The first count of a shuffle (Fisher and Yates).
Ranks drawn(Ranks negatives, std::size_t count, Rng rng) {
    for (std::size_t i = 0; i < std::min(count, negatives.size()); ++i) {
        std::swap(negatives[i], negatives[i + uniformBelow(rng, negatives.size() - i)]);
    }
    negatives.resize(std::min(count, negatives.size()));
    return negatives;
}

Ranks keptNegatives(const std::vector<ProposalCut>& cuts, Ranks negatives, const ProposalRecipe& recipe,
                    std::string_view source) {
    const auto count = static_cast<std::size_t>(std::max(recipe.negatives, 0));
    switch (recipe.policy) {
    case NegativePolicy::FirstByArea:
        std::erase_if(negatives, [&](std::size_t rank) { return rank >= count; });
        return negatives;
    case NegativePolicy::Hardest:
        std::ranges::stable_sort(negatives, std::ranges::greater(),
                                 [&](std::size_t rank) { return cuts[rank].iou; });
        negatives.resize(std::min(count, negatives.size()));
        return negatives;
    case NegativePolicy::PerBand:
        return largestOfEachBand(cuts, negatives, count);
    case NegativePolicy::Random:
        return drawn(std::move(negatives), count, Rng(deriveSeed(recipe.seed, source)));
    case NegativePolicy::All:
        break;
    }
    return negatives;
}

} // namespace

std::vector<ProposalCut> chooseProposals(const std::vector<Box>& proposals,
                                         const std::vector<Box>& groundTruth, const ProposalRecipe& recipe,
                                         std::string_view source) {
    std::vector<ProposalCut> cuts;
    Ranks chosen;
    Ranks negatives;
    for (std::size_t rank = 0; rank < proposals.size(); ++rank) {
        cuts.push_back(scored(proposals[rank], groundTruth, recipe.labelIou));
        if (cuts.back().label == 1) {
            chosen.push_back(rank);
        } else if (cuts.back().iou <= recipe.negativeIou) {
            negatives.push_back(rank);
        }
    }
    const Ranks kept = keptNegatives(cuts, std::move(negatives), recipe, source);
    chosen.insert(chosen.end(), kept.begin(), kept.end());
    std::ranges::sort(chosen);
    std::vector<ProposalCut> result;
    std::ranges::transform(chosen, std::back_inserter(result), [&](std::size_t rank) { return cuts[rank]; });
    for (std::size_t i = 0; recipe.groundTruthCrops && i < groundTruth.size(); ++i) {
        result.push_back({groundTruth[i], 1.0, 1, i, true});
    }
    return result;
}

} // namespace fissure
