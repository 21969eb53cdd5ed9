#include "ui/launch/DataPreview.h"

#include <QTest>

#include <algorithm>

namespace fissure::ui {

namespace {

/// One proposal for each pair of IoU and label, all of the same photograph.
ProposalCheck folderOf(const std::string& source, const std::vector<std::pair<double, int>>& proposals) {
    ProposalCheck folder;
    ProposalIndex& index = folder.index;
    index.folder = source;
    int counter = 0;
    for (const auto& [iou, label] : proposals) {
        index.proposals.push_back(
            {source + "." + std::to_string(counter++) + ".0_5." + std::to_string(label) + ".jpg", iou, label,
             true});
    }
    return folder;
}

ScannedFolder scanned(ProposalCheck folder) {
    return Result<ProposalCheck>(std::move(folder));
}

DataPreview previewOfBoth(const RunConfig& config, const ScannedFolder& train, const ScannedFolder& valid) {
    return previewOf(config, train, valid, {});
}

RunConfig configOf() {
    RunConfig config;
    config.trainDir = "train";
    config.validDir = "valid";
    config.initialWeights = "imagenet.safetensors";
    config.batchSize = 2;
    return config;
}

bool has(const DataPreview& preview, const char* code) {
    return std::ranges::any_of(preview.findings,
                               [&](const Finding& finding) { return finding.code == code; });
}

} // namespace

class tst_DataPreview : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void countsAreThoseTheRunWillUse() {
        const ScannedFolder train =
            scanned(folderOf("a", {{0.9, 1}, {0.6, 1}, {0.45, 0}, {0.3, 0}, {0.1, 0}, {0.05, 0}}));
        const ScannedFolder valid = scanned(folderOf("b", {{0.7, 1}, {0.2, 0}, {0.1, 0}}));
        RunConfig config = configOf();
        DataPreview preview = previewOfBoth(config, train, valid);
        QCOMPARE(preview.train.crack, std::int64_t(2));
        QCOMPARE(preview.train.noCrack, std::int64_t(4));
        QCOMPARE(preview.stepsInEpoch, std::int64_t(3));

        config.labelIou = 0.4;
        config.trainNegatives = 2;
        config.validNegatives = 1;
        preview = previewOfBoth(config, train, valid);
        QCOMPARE(preview.train.crack, std::int64_t(3));
        QCOMPARE(preview.train.noCrack, std::int64_t(2));
        QCOMPARE(preview.train.found, std::int64_t(6));
        QCOMPARE(preview.valid.noCrack, std::int64_t(1));
        // The cut keeps the negatives of highest IoU.
        QCOMPARE(preview.train.histogram.noCrack[3], std::int64_t(1));
        QCOMPARE(preview.train.histogram.noCrack[1], std::int64_t(1));
        QCOMPARE(preview.train.histogram.noCrack[0], std::int64_t(0));
        QCOMPARE(preview.train.histogram.crack[4], std::int64_t(1));

        config.trainNegatives = 0;
        config.trainNegativesPerBand = 1; // 0.3 | 0.1 | 0.05
        QCOMPARE(previewOfBoth(config, train, valid).train.noCrack, std::int64_t(3));
    }

    void stepsCountALastTinyCropToTheBatchBefore() {
        RunConfig config = configOf();
        config.batchSize = 4;
        const auto steps = [&](std::size_t proposals) {
            return previewOfBoth(
                       config,
                       scanned(folderOf("a", std::vector<std::pair<double, int>>(proposals, {0.1, 0}))),
                       std::nullopt)
                .stepsInEpoch;
        };
        QCOMPARE(steps(8), std::int64_t(2));
        QCOMPARE(steps(9), std::int64_t(3));
        config.imageSizePx = 32;
        QCOMPARE(steps(8), std::int64_t(2));
        QCOMPARE(steps(9), std::int64_t(2));
        QCOMPARE(steps(10), std::int64_t(3));
        QCOMPARE(steps(1), std::int64_t(1));
    }

    void folderThatCannotBeReadIsAnObstacle() {
        const Error error{ErrorCode::Empty, "train", "it holds no proposals", ""};
        const ScannedFolder broken = Result<ProposalCheck>(tl::make_unexpected(error));
        const ScannedFolder sound = scanned(folderOf("a", {{0.9, 1}, {0.1, 0}}));
        DataPreview preview = previewOfBoth(configOf(), broken, sound);
        QCOMPARE(obstacleOf(preview), std::optional(error));
        QVERIFY(preview.findings.empty());
        QCOMPARE(preview.valid.used(), std::int64_t(2)); // the other one is counted all the same
        preview = previewOfBoth(configOf(), sound, broken);
        QCOMPARE(obstacleOf(preview), std::optional(error));
        QCOMPARE(preview.train.used(), std::int64_t(2));
    }

    void oneClassOnlyIsAnObstacleInTrainingAndNoneInValidation() {
        const ScannedFolder both = scanned(folderOf("a", {{0.9, 1}, {0.1, 0}}));
        const ScannedFolder one = scanned(folderOf("b", {{0.1, 0}, {0.2, 0}}));
        QCOMPARE(obstacleOf(previewOfBoth(configOf(), one, both))->code, ErrorCode::Empty);
        const DataPreview poor = previewOfBoth(configOf(), both, one);
        QVERIFY(!obstacleOf(poor));
        QVERIFY(has(poor, "one-class"));
    }

    void pathCachesAreSpokenOf() {
        ProposalCheck folder = folderOf("a", {{0.9, 1}, {0.1, 0}});
        folder.index.warnings.emplace_back("The path cache is not used.");
        const ScannedFolder sound = scanned(folderOf("b", {{0.9, 1}, {0.1, 0}}));
        QVERIFY(has(previewOfBoth(configOf(), sound, scanned(folder)), "path-cache"));
        QVERIFY(!has(previewOfBoth(configOf(), sound, sound), "path-cache"));
    }

    void quickChecksAreMade() {
        const ScannedFolder folder = scanned(folderOf("wall.a", {{0.9, 1}, {0.1, 0}}));
        const DataPreview preview = previewOfBoth(configOf(), folder, folder);
        QVERIFY(has(preview, "shared-source"));
        QVERIFY(has(preview, "class-balance"));
        QVERIFY(!has(preview, "emulated-precision"));
        MachineFacts machine;
        machine.emulatesPrecision = true;
        machine.choice.isOnGpu = true;
        const DataPreview other = previewOf(configOf(), folder, folder, machine);
        QVERIFY(has(other, "emulated-precision"));
        QCOMPARE(other.machine, machine.choice);
    }
};

} // namespace fissure::ui

QTEST_MAIN(fissure::ui::tst_DataPreview)

#include "tst_DataPreview.moc"
