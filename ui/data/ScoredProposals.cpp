#include "ui/data/ScoredProposals.h"

#include <algorithm>

namespace fissure::ui {

namespace {

Fate fateOf(const ProposalCut& cut) {
    return cut.label == 1 ? Fate::Crack : Fate::Negative;
}

/// Every proposal scored, in the order given.
std::vector<ProposalCut> scoredAll(const std::vector<Box>& proposals, const std::vector<Box>& groundTruth,
                                   double labelIou) {
    ProposalRecipe everything;
    everything.labelIou = labelIou;
    everything.policy = NegativePolicy::All;
    return chooseProposals(proposals, groundTruth, everything);
}

} // namespace

ScoredProposals score(const std::vector<Box>& proposals, const std::vector<Box>& groundTruth,
                      const ProposalRecipe& recipe, std::string_view source) {
    const std::vector<ProposalCut> chosen = chooseProposals(proposals, groundTruth, recipe, source);
    ScoredProposals scored;
    // The chosen ones stand in the same order, so one walk finds them all.
    auto next = chosen.begin();
    for (const ProposalCut& cut : scoredAll(proposals, groundTruth, recipe.labelIou)) {
        const bool isChosen = next != chosen.end() && *next == cut;
        next += isChosen ? 1 : 0;
        scored.proposals.push_back({cut.box, cut.iou, isChosen ? fateOf(cut) : Fate::LeftOut});
    }
    scored.groundTruthCrops = chosen.end() - next;
    const auto countOf = [&](Fate fate) {
        return std::ranges::count(scored.proposals, fate, &ScoredProposal::fate);
    };
    scored.cracks = countOf(Fate::Crack);
    scored.negatives = countOf(Fate::Negative);
    scored.leftOut = countOf(Fate::LeftOut);
    std::ranges::stable_sort(scored.proposals, {}, &ScoredProposal::iou);
    return scored;
}

} // namespace fissure::ui
