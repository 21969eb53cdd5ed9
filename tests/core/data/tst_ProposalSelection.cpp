#include "core/data/ProposalName.h"
#include "core/data/ProposalRecipe.h"
#include "core/data/ProposalSelection.h"

#include <QTest>

#include <algorithm>

using namespace fissure;

namespace {

ProposalIndex indexOf(std::vector<Proposal> proposals) {
    ProposalIndex index;
    index.proposals = std::move(proposals);
    std::ranges::sort(index.proposals, {}, &Proposal::file);
    return index;
}

/// Of the photograph, with the counter; the name says what the proposal does.
Proposal proposalOf(const std::string& source, int counter, double iou, int label = 0) {
    return {toFileName({source, counter, iou, label, "jpg"}), iou, label, true};
}

std::vector<std::string> namesOf(const ProposalSelection& selection) {
    std::vector<std::string> names(selection.proposals.size());
    std::ranges::transform(selection.proposals, names.begin(), &Proposal::file);
    return names;
}

} // namespace

class tst_ProposalSelection : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void labelThresholdLabelsAnew() {
        const ProposalIndex index = indexOf({{"a", 0.34, 0, false},
                                             {"b", 0.35, 1, false},
                                             {"c", 0.36, 0, false},
                                             {"d", 0.35, 1, true},
                                             {"e", 0.3501, 0, true}});
        const ProposalSelection selection = selectProposals(index, {.labelIou = 0.35});
        QCOMPARE(selection.ambiguous, std::int64_t(1));
        std::vector<int> labels(selection.proposals.size());
        std::ranges::transform(selection.proposals, labels.begin(), &Proposal::label);
        // b is rounded and keeps its label; d is exactly at the threshold and no crack.
        QCOMPARE(labels, (std::vector<int>{0, 1, 1, 0, 1}));
    }

    void roundedIousAreAmbiguousUpToFiveThousandthsFromTheThreshold() {
        const ProposalIndex index = indexOf(
            {{"a", 0.34, 1, false}, {"b", 0.35, 1, false}, {"c", 0.36, 0, false}, {"d", 0.37, 0, false}});
        // 0.36 may have been 0.355; 0.34 was at most 0.345.
        const ProposalSelection between = selectProposals(index, {.labelIou = 0.355});
        QCOMPARE(between.ambiguous, std::int64_t(2));
        QCOMPARE(between.proposals[0].label, 0);
        QCOMPARE(between.proposals[1].label, 1);
        QCOMPARE(between.proposals[2].label, 0);
        QCOMPARE(between.proposals[3].label, 1);
    }

    void thresholdOfZeroKeepsTheLabelsOfTheNames() {
        const ProposalIndex index = indexOf({{"a", 0.9, 0, false}, {"b", 0.1, 1, false}});
        const ProposalSelection selection = selectProposals(index, {});
        QCOMPARE(selection.proposals, index.proposals);
        QCOMPARE(selection.ambiguous, std::int64_t(0));
    }

    void ambiguityIsSaidWithFolderCountAndThreshold() {
        const ProposalIndex index = indexOf({{"a", 0.35, 0, false}, {"b", 0.9, 1, false}});
        const auto warning = ambiguityWarning("crops", selectProposals(index, {.labelIou = 0.35}), 0.35);
        QVERIFY(warning.has_value());
        QCOMPARE(warning->str(),
                 std::string("In crops, proposals (1) have only a rounded IoU within 0.005 of the label "
                             "threshold 0.35; they keep the label of their name."));
        QVERIFY(!ambiguityWarning("crops", selectProposals(index, {.labelIou = 0.5}), 0.5));
    }

    void hardestNegativesAreKeptAndTiesGoByName() {
        const ProposalIndex index = indexOf({{"a", 0.2, 0, false},
                                             {"b", 0.9, 1, false},
                                             {"c", 0.4, 0, false},
                                             {"d", 0.2, 0, false},
                                             {"e", 0.1, 0, false}});
        const auto kept = [&](std::int64_t count) {
            return namesOf(selectProposals(index, {.hardestNegatives = count}));
        };
        QCOMPARE(kept(2), (std::vector<std::string>{"a", "b", "c"}));
        QCOMPARE(kept(4).size(), std::size_t(5));
        QCOMPARE(kept(5).size(), std::size_t(5));
        QCOMPARE(kept(0).size(), std::size_t(5));
    }

    void negativesAreCutByTheNewLabels() {
        const ProposalIndex index = indexOf({{"a", 0.4, 0, true}, {"b", 0.3, 1, true}, {"c", 0.2, 0, true}});
        const auto selection = selectProposals(index, {.labelIou = 0.35, .hardestNegatives = 1});
        QCOMPARE(namesOf(selection), (std::vector<std::string>{"a", "b"}));
        QCOMPARE(selection.proposals[1].label, 0);
    }

    void eachBandOfEachPhotographKeepsItsLargest() {
        const ProposalIndex index = indexOf({
            proposalOf("wall", 10, 0.01), // after 2 and 9 although its name comes before theirs
            proposalOf("wall", 2, 0.04),
            proposalOf("wall", 9, 0.02),
            proposalOf("wall", 1, 0.05), // the next band
            proposalOf("wall", 3, 0.36), // all from 0.35 on are one band
            proposalOf("wall", 4, 0.44),
            proposalOf("wall", 5, 0.49),
            proposalOf("wall", 6, 0.6, 1),
            proposalOf("wall", 7, 0.7, 1),
            proposalOf("wall", 8, 0.8, 1),
            proposalOf("wall.1", 2, 0.01), // another photograph, whose name begins like the first's
            proposalOf("wall.1", 0, 0.02),
        });
        QCOMPARE(namesOf(selectProposals(index, {.negativesPerBand = 2})),
                 (std::vector<std::string>{"wall.1.0.0_02.0.jpg", "wall.1.0_05.0.jpg", "wall.1.2.0_01.0.jpg",
                                           "wall.2.0_04.0.jpg", "wall.3.0_36.0.jpg", "wall.4.0_44.0.jpg",
                                           "wall.6.0_6.1.jpg", "wall.7.0_7.1.jpg", "wall.8.0_8.1.jpg",
                                           "wall.9.0_02.0.jpg"}));
        QCOMPARE(selectProposals(index, {}).proposals, index.proposals);
    }

    void sameCounterGoesByName() {
        ProposalIndex index = indexOf({{"wall.1.0_03.0.png", 0.03, 0, true},
                                       {"wall.1.0_03.0.jpg", 0.03, 0, true},
                                       {"wall.01.0_03.0.jpg", 0.03, 0, true}});
        QCOMPARE(namesOf(selectProposals(index, {.negativesPerBand = 1})),
                 std::vector<std::string>{"wall.01.0_03.0.jpg"});
    }

    void bandsAreCutBeforeTheHardest() {
        const ProposalIndex index = indexOf({
            proposalOf("wall", 0, 0.41),
            proposalOf("wall", 1, 0.42), // the hardest of all, and not the largest of its band
            proposalOf("wall", 2, 0.21),
            proposalOf("wall", 3, 0.11),
        });
        QCOMPARE(namesOf(selectProposals(index, {.negativesPerBand = 1, .hardestNegatives = 2})),
                 (std::vector<std::string>{"wall.0.0_41.0.jpg", "wall.2.0_21.0.jpg"}));
    }

    void cutPerBandKeepsWhatBuildingPerBandWrites() {
        // Boxes of growing overlap with the ground truth, largest area first.
        const std::vector<Box> groundTruth{{0, 0, 100, 100}};
        std::vector<Box> proposals;
        for (int i = 0; i < 300; ++i) {
            proposals.push_back({(i * 37) % 120, (i * 53) % 90, 100 - i / 10, 100 - i / 10});
        }
        const auto built = [&](NegativePolicy policy) {
            ProposalRecipe recipe;
            recipe.policy = policy;
            recipe.negatives = 3;
            return chooseProposals(proposals, groundTruth, recipe, "wall");
        };
        std::vector<Proposal> all;
        for (const ProposalCut& cut : built(NegativePolicy::All)) {
            all.push_back(proposalOf("wall", static_cast<int>(all.size()), cut.iou, cut.label));
        }
        auto cut = selectProposals(indexOf(all), {.negativesPerBand = 3}).proposals;
        std::ranges::sort(cut, {}, [](const Proposal& each) { return viewProposalName(each.file)->counter; });
        const auto expected = built(NegativePolicy::PerBand);
        QCOMPARE(cut.size(), expected.size());
        QVERIFY(cut.size() < all.size());
        for (std::size_t i = 0; i < cut.size(); ++i) {
            QCOMPARE(cut[i].iou, expected[i].iou);
            QCOMPARE(cut[i].label, expected[i].label);
        }
    }

    void configurationGivesTheRuleOfEitherFolder() {
        RunConfig config;
        config.labelIou = 0.35;
        config.trainNegatives = 800;
        config.validNegatives = 200;
        config.trainNegativesPerBand = 10;
        config.validNegativesPerBand = 5;
        QCOMPARE(trainSelection(config), (SelectionRule{0.35, 10, 800}));
        QCOMPARE(validSelection(config), (SelectionRule{0.35, 5, 200}));
    }
};

QTEST_GUILESS_MAIN(tst_ProposalSelection)
#include "tst_ProposalSelection.moc"
