#include "ui/data/ScoredProposals.h"

#include <QTest>

#include <algorithm>

using namespace fissure;
using namespace fissure::ui;

namespace {

/// IoUs with the one ground-truth box of 100 x 100: 0.9, 0.6, 0.5, 0.3, 0.1 and 0, largest first.
const std::vector<Box> kTruth{{0, 0, 100, 100}};
const std::vector<Box> kProposals{{0, 0, 100, 90}, {0, 0, 100, 60}, {0, 0, 100, 50},
                                  {0, 0, 100, 30}, {0, 0, 100, 10}, {200, 200, 10, 10}};

ProposalRecipe recipeOf(double labelIou, NegativePolicy policy, int negatives) {
    ProposalRecipe recipe;
    recipe.labelIou = labelIou;
    recipe.policy = policy;
    recipe.negatives = negatives;
    return recipe;
}

std::vector<Fate> fatesOf(const ScoredProposals& scored) {
    std::vector<Fate> fates;
    for (const ScoredProposal& proposal : scored.proposals) {
        fates.push_back(proposal.fate);
    }
    return fates;
}

} // namespace

class tst_ScoredProposals : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyProposalIsScoredAndOrderedByIou() {
        const auto scored = score(kProposals, kTruth, recipeOf(0.5, NegativePolicy::All, 0), "wall");
        std::vector<double> ious;
        for (const ScoredProposal& proposal : scored.proposals) {
            ious.push_back(proposal.iou);
        }
        QCOMPARE(ious, (std::vector<double>{0.0, 0.1, 0.3, 0.5, 0.6, 0.9}));
        QCOMPARE(scored.cracks, std::int64_t(2)); // at the threshold is not above it
        QCOMPARE(scored.negatives, std::int64_t(4));
        QCOMPARE(scored.leftOut, std::int64_t(0));
    }

    void countsFollowTheThreshold() {
        const auto countsAt = [](double threshold) {
            const auto scored =
                score(kProposals, kTruth, recipeOf(threshold, NegativePolicy::All, 0), "wall");
            return std::pair(scored.cracks, scored.negatives);
        };
        QCOMPARE(countsAt(0.0), std::pair(std::int64_t(5), std::int64_t(1)));
        QCOMPARE(countsAt(0.49), std::pair(std::int64_t(3), std::int64_t(3)));
        QCOMPARE(countsAt(0.95), std::pair(std::int64_t(0), std::int64_t(6)));
    }

    void whatThePolicyDoesNotKeepIsLeftOut() {
        const auto hardest = score(kProposals, kTruth, recipeOf(0.5, NegativePolicy::Hardest, 2), "wall");
        QCOMPARE(fatesOf(hardest), (std::vector<Fate>{Fate::LeftOut, Fate::LeftOut, Fate::Negative,
                                                      Fate::Negative, Fate::Crack, Fate::Crack}));
        QCOMPARE(hardest.leftOut, std::int64_t(2));
        auto upTo = recipeOf(0.5, NegativePolicy::All, 0);
        upTo.negativeIou = 0.2;
        QCOMPARE(fatesOf(score(kProposals, kTruth, upTo, "wall")),
                 (std::vector<Fate>{Fate::Negative, Fate::Negative, Fate::LeftOut, Fate::LeftOut, Fate::Crack,
                                    Fate::Crack}));
    }

    void keptOnesAreThoseOfABuild() {
        for (const NegativePolicy policy : {NegativePolicy::FirstByArea, NegativePolicy::Hardest,
                                            NegativePolicy::PerBand, NegativePolicy::Random}) {
            auto recipe = recipeOf(0.5, policy, 3);
            recipe.seed = 7;
            const auto scored = score(kProposals, kTruth, recipe, "wall");
            for (const ProposalCut& cut : chooseProposals(kProposals, kTruth, recipe, "wall")) {
                const ScoredProposal kept{cut.box, cut.iou, cut.label == 1 ? Fate::Crack : Fate::Negative};
                QVERIFY2(std::ranges::count(scored.proposals, kept) == 1,
                         std::string(nameOf(policy)).c_str());
            }
        }
    }

    void groundTruthCropsAreCountedWhereTheyAreAdded() {
        auto recipe = recipeOf(0.5, NegativePolicy::All, 0);
        QCOMPARE(score(kProposals, kTruth, recipe, "wall").groundTruthCrops, std::int64_t(0));
        recipe.groundTruthCrops = true;
        const auto scored = score(kProposals, kTruth, recipe, "wall");
        QCOMPARE(scored.groundTruthCrops, std::int64_t(1));
        QCOMPARE(scored.proposals.size(), kProposals.size());
    }

    void photographWithoutGroundTruthHasNoCracks() {
        const auto scored = score(kProposals, {}, recipeOf(0.0, NegativePolicy::FirstByArea, 4), "wall");
        QCOMPARE(scored.cracks, std::int64_t(0));
        QCOMPARE(scored.negatives, std::int64_t(4));
        QCOMPARE(scored.leftOut, std::int64_t(2));
    }
};

QTEST_GUILESS_MAIN(tst_ScoredProposals)
#include "tst_ScoredProposals.moc"
