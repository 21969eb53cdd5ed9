#include "core/data/DatasetFile.h"
#include "core/data/ProposalRecipe.h"

#include <QTest>

#include <algorithm>

using namespace fissure;

namespace {

const Box kCrack{0, 0, 100, 10};

/// A proposal of the given exact IoU in hundredths with kCrack: a part of it.
Box partOf(int hundredths) {
    return {0, 0, hundredths, 10};
}

std::vector<Box> boxesOf(const std::vector<ProposalCut>& cuts) {
    std::vector<Box> boxes;
    for (const ProposalCut& cut : cuts) {
        boxes.push_back(cut.box);
    }
    return boxes;
}

} // namespace

class tst_ProposalRecipe : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void scoreIsTheHighestIou() {
        const auto cuts = chooseProposals({{0, 0, 60, 10}}, {{0, 0, 10, 10}, kCrack}, {});
        QCOMPARE(cuts, (std::vector<ProposalCut>{{{0, 0, 60, 10}, 0.6, 1, 1, false}}));
    }

    void labelIsDecidedByTheExactIou() {
        const Box longCrack{0, 0, 2000, 1};
        const auto cuts = chooseProposals({{0, 0, 1001, 1}, {0, 0, 1000, 1}}, {longCrack}, {});
        QCOMPARE(cuts[0].label, 1); // 0.5005
        QCOMPARE(cuts[1].label, 0); // 0.5 is not above 0.5
        QCOMPARE(cuts[1].iou, 0.5);
    }

    void negativesComeFromTheLargestProposalsAndPositivesFromAll() {
        const std::vector<Box> proposals{{500, 500, 50, 50}, partOf(40), partOf(90),
                                         partOf(30),         partOf(80), partOf(20)};
        ProposalRecipe recipe;
        recipe.negatives = 2;
        QCOMPARE(boxesOf(chooseProposals(proposals, {kCrack}, recipe)),
                 (std::vector<Box>{{500, 500, 50, 50}, partOf(40), partOf(90), partOf(80)}));
        recipe.negatives = 0;
        QCOMPARE(boxesOf(chooseProposals(proposals, {kCrack}, recipe)),
                 (std::vector<Box>{partOf(90), partOf(80)}));
    }

    void negativesOfABandAreLimited() {
        ProposalRecipe recipe;
        recipe.policy = NegativePolicy::PerBand;
        recipe.negatives = 1;
        // From 0.35 on is one band; 0.15 is the first of its own.
        const std::vector<Box> proposals{partOf(90), partOf(49), partOf(36), partOf(34),    partOf(31),
                                         partOf(15), partOf(14), partOf(4),  {500, 0, 9, 9}};
        QCOMPARE(boxesOf(chooseProposals(proposals, {kCrack}, recipe)),
                 (std::vector<Box>{partOf(90), partOf(49), partOf(34), partOf(15), partOf(14), partOf(4)}));
        recipe.negatives = 2;
        QCOMPARE(chooseProposals(proposals, {kCrack}, recipe).size(), proposals.size());
    }

    void hardestNegativesAreThoseOfHighestIou() {
        ProposalRecipe recipe;
        recipe.policy = NegativePolicy::Hardest;
        recipe.negatives = 2;
        const std::vector<Box> proposals{{500, 500, 50, 50}, partOf(10), partOf(90), partOf(40), partOf(30)};
        QCOMPARE(boxesOf(chooseProposals(proposals, {kCrack}, recipe)),
                 (std::vector<Box>{partOf(90), partOf(40), partOf(30)}));
        // Among equals the larger, which comes first.
        const std::vector<Box> equals{{500, 0, 9, 9}, {500, 0, 8, 8}, {500, 0, 7, 7}};
        QCOMPARE(boxesOf(chooseProposals(equals, {kCrack}, recipe)),
                 (std::vector<Box>{{500, 0, 9, 9}, {500, 0, 8, 8}}));
    }

    void randomNegativesFollowFromSeedAndPhotograph() {
        std::vector<Box> proposals;
        for (int i = 0; i < 200; ++i) {
            proposals.push_back({500 + i, 0, 10, 10});
        }
        ProposalRecipe recipe;
        recipe.policy = NegativePolicy::Random;
        recipe.negatives = 20;
        const auto chosen = boxesOf(chooseProposals(proposals, {kCrack}, recipe, "wall"));
        QCOMPARE(chosen.size(), std::size_t(20));
        QVERIFY(std::ranges::is_sorted(chosen));
        QCOMPARE(boxesOf(chooseProposals(proposals, {kCrack}, recipe, "wall")), chosen);
        QVERIFY(boxesOf(chooseProposals(proposals, {kCrack}, recipe, "floor")) != chosen);
        recipe.seed = 1;
        QVERIFY(boxesOf(chooseProposals(proposals, {kCrack}, recipe, "wall")) != chosen);
        recipe.negatives = 500;
        QCOMPARE(boxesOf(chooseProposals(proposals, {kCrack}, recipe, "wall")), proposals);
    }

    void allNegativesAreKeptWhereAskedFor() {
        ProposalRecipe recipe;
        recipe.policy = NegativePolicy::All;
        recipe.negatives = 0;
        const std::vector<Box> proposals{partOf(40), partOf(30), {500, 0, 9, 9}};
        QCOMPARE(boxesOf(chooseProposals(proposals, {kCrack}, recipe)), proposals);
    }

    void policiesHaveNames() {
        QCOMPARE(nameOf(NegativePolicy::FirstByArea), "first-by-area");
        QCOMPARE(nameOf(NegativePolicy::Hardest), "hardest");
        QCOMPARE(nameOf(NegativePolicy::PerBand), "per-band");
        QCOMPARE(nameOf(NegativePolicy::Random), "random");
        QCOMPARE(nameOf(NegativePolicy::All), "all");
        QCOMPARE(fromName<NegativePolicy>("per-band"), std::optional(NegativePolicy::PerBand));
        QVERIFY(!fromName<NegativePolicy>("easiest"));
    }

    void everyPolicyHasANumberOfItsOwn() {
        QCOMPARE(defaultNegatives(NegativePolicy::FirstByArea), 400);
        QCOMPARE(defaultNegatives(NegativePolicy::PerBand), 10);
        QCOMPARE(ProposalRecipe().negatives, defaultNegatives(ProposalRecipe().policy));
    }

    void recipeIsReadFromItsJson() {
        ProposalRecipe recipe;
        recipe.mode = SearchMode::Quality;
        recipe.labelIou = 0.35;
        recipe.policy = NegativePolicy::Random;
        recipe.negatives = 7;
        recipe.seed = 5;
        recipe.groundTruthCrops = true;
        recipe.format = ImageFormat::WebP;
        recipe.mask.closingPx = 3;
        QCOMPARE(recipeFromJson(toJson(recipe)).value(), recipe);
        for (const char* broken : {"", "[]", "{}", "{\"mode\": 3}"}) {
            QCOMPARE(recipeFromJson(broken).error().code, ErrorCode::WrongFormat);
        }
    }

    void unclearNegativesAreLeftOut() {
        ProposalRecipe recipe;
        recipe.negativeIou = 0.3;
        QCOMPARE(boxesOf(chooseProposals({partOf(51), partOf(50), partOf(31), partOf(30)}, {kCrack}, recipe)),
                 (std::vector<Box>{partOf(51), partOf(30)}));
    }

    void imageWithoutCracksContributesNegativesOnly() {
        const auto cuts = chooseProposals({partOf(90), partOf(10)}, {}, {});
        QCOMPARE(cuts, (std::vector<ProposalCut>{{partOf(90), 0.0, 0, std::nullopt, false},
                                                 {partOf(10), 0.0, 0, std::nullopt, false}}));
    }

    void groundTruthBoxesFollowWhereAskedFor() {
        ProposalRecipe recipe;
        recipe.groundTruthCrops = true;
        const auto cuts = chooseProposals({partOf(90)}, {kCrack, {300, 0, 20, 20}}, recipe);
        QCOMPARE(cuts.size(), std::size_t(3));
        QCOMPARE(cuts[1], (ProposalCut{kCrack, 1.0, 1, 0, true}));
        QCOMPARE(cuts[2], (ProposalCut{{300, 0, 20, 20}, 1.0, 1, 1, true}));
    }

    void firstOfEquallyGoodBoxesCounts() {
        QCOMPARE(chooseProposals({{0, 0, 10, 10}}, {{0, 0, 10, 20}, {0, 0, 20, 10}}, {})[0].groundTruth,
                 std::optional<std::size_t>(0));
    }
};

QTEST_GUILESS_MAIN(tst_ProposalRecipe)
#include "tst_ProposalRecipe.moc"
