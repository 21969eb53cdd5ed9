#include "core/session/preflight/ClassFindings.h"

#include <QTest>

#include <algorithm>

using namespace fissure;

namespace {

ProposalCheck folderOf(std::int64_t crack, std::int64_t noCrack) {
    ProposalCheck check;
    check.index.folder = "/data/train";
    for (std::int64_t i = 0; i < crack + noCrack; ++i) {
        const int label = i < crack ? 1 : 0;
        check.index.proposals.push_back(
            {"a." + std::to_string(10'000 + i), label == 1 ? 0.9 : 0.1, label, true});
    }
    return check;
}

RunSide sideOf(const ProposalCheck& folder, std::int64_t ambiguous = 0) {
    return {folder, folder.index.proposals, ambiguous};
}

std::vector<std::string> codesOf(const std::vector<Finding>& findings) {
    std::vector<std::string> codes;
    for (const Finding& finding : findings) {
        codes.push_back(finding.code);
    }
    return codes;
}

} // namespace

class tst_ClassFindings : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void oneClassToTrainOnIsAnError() {
        for (const auto& [crack, noCrack, part] :
             {std::tuple{0, 5, "have no crack among them"}, std::tuple{5, 0, "are all cracks"}}) {
            const ProposalCheck folder = folderOf(crack, noCrack);
            const auto finding = oneTrainClass(folder.index.folder, folder.index.proposals);
            QCOMPARE(finding->severity, Severity::Error);
            QCOMPARE(finding->code, std::string("one-class"));
            QVERIFY(finding->text.str().find(part) != std::string::npos);
        }
        const ProposalCheck both = folderOf(1, 1);
        QVERIFY(!oneTrainClass(both.index.folder, both.index.proposals));
    }

    void oneClassToValidateOnIsAWarning() {
        QCOMPARE(oneValidClass(sideOf(folderOf(0, 5)))->severity, Severity::Warning);
        QVERIFY(oneValidClass(sideOf(folderOf(0, 5)))->text.str().find("Recall will be 0") !=
                std::string::npos);
        QVERIFY(oneValidClass(sideOf(folderOf(5, 0)))->text.str().find("Precision will be 1") !=
                std::string::npos);
        QVERIFY(!oneValidClass(sideOf(folderOf(1, 1))));
    }

    void ambiguousLabelsAreCounted() {
        const ProposalCheck folder = folderOf(1, 1);
        QVERIFY(!ambiguousLabels(sideOf(folder), 0.5));
        const auto finding = ambiguousLabels(sideOf(folder, 12), 0.35);
        QCOMPARE(finding->count, std::int64_t(12));
        QVERIFY(finding->text.str().find("the label threshold 0.35") != std::string::npos);
    }

    void balanceFollowsTheSampler() {
        RunConfig config;
        const ProposalCheck folder = folderOf(100, 900);
        QCOMPARE(classBalance(config, sideOf(folder))->text.str(),
                 std::string("Of 1000 training proposals 100 are cracks (10.0 %). The sampler shuffle shows "
                             "about 100 cracks in an epoch of 1000 draws (10.0 %), each crack 1.0 times."));
        config.sampler = Sampler::Weighted;
        QVERIFY(classBalance(config, sideOf(folder))
                    ->text.str()
                    .ends_with("about 500 cracks in an epoch of 1000 draws (50.0 %), each crack 5.0 times."));
    }

    void batchesWithoutACrackAreWarnedOf() {
        RunConfig config;
        config.batchSize = 16;
        const ProposalCheck folder = folderOf(50, 950);
        const auto finding = rareCracks(config, sideOf(folder));
        QCOMPARE(finding->severity, Severity::Warning);
        QVERIFY(finding->text.str().starts_with("A batch of 16 shows 0.80 cracks on average."));
        config.batchSize = 20;
        QVERIFY(!rareCracks(config, sideOf(folder)));
        config.batchSize = 16;
        config.sampler = Sampler::Weighted;
        QVERIFY(!rareCracks(config, sideOf(folder)));
    }

    void allOfThemAreGathered() {
        RunConfig config;
        config.labelIou = 0.35;
        const ProposalCheck train = folderOf(5, 995);
        const ProposalCheck valid = folderOf(0, 5);
        const RunSides sides{sideOf(train, 3), sideOf(valid, 4)};
        QCOMPARE(codesOf(classFindings(config, sides)),
                 (std::vector<std::string>{"ambiguous-labels", "class-balance", "rare-cracks", "one-class",
                                           "ambiguous-labels"}));
        const ProposalCheck even = folderOf(500, 500);
        QCOMPARE(codesOf(classFindings(config, {sideOf(even), std::nullopt})),
                 std::vector<std::string>{"class-balance"});
    }
};

QTEST_GUILESS_MAIN(tst_ClassFindings)
#include "tst_ClassFindings.moc"
