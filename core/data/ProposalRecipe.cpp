#include "core/data/ProposalRecipe.h"

#include <cmath>
#include <map>

namespace fissure {

namespace {

constexpr double kBandWidth = 0.05;

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

} // namespace

std::vector<ProposalCut> chooseProposals(const std::vector<Box>& proposals,
                                         const std::vector<Box>& groundTruth, const ProposalRecipe& recipe) {
    std::vector<ProposalCut> chosen;
    std::map<int, int> negativesInBand;
    for (std::size_t rank = 0; rank < proposals.size(); ++rank) {
        const ProposalCut cut = scored(proposals[rank], groundTruth, recipe.labelIou);
        if (cut.label == 0) {
            const bool isUnclear = cut.iou > recipe.negativeIou;
            int& inBand = negativesInBand[static_cast<int>(std::floor(cut.iou / kBandWidth))];
            const bool isBandFull = recipe.negativesPerBand > 0 && inBand >= recipe.negativesPerBand;
            if (rank >= static_cast<std::size_t>(recipe.negatives) || isUnclear || isBandFull) {
                continue;
            }
            ++inBand;
        }
        chosen.push_back(cut);
    }
    for (std::size_t i = 0; recipe.groundTruthCrops && i < groundTruth.size(); ++i) {
        chosen.push_back({groundTruth[i], 1.0, 1, i, true});
    }
    return chosen;
}

} // namespace fissure
