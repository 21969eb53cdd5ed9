#include "ui/launch/DataPreview.h"
#include "ui/launch/PreviewNotes.h"

#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

namespace fissure::ui {

namespace {

/// One proposal for each pair of IoU and label, all of the same photograph.
ProposalIndex indexOf(const std::string& source, const std::vector<std::pair<double, int>>& proposals) {
    ProposalIndex index;
    index.folder = source;
    int counter = 0;
    for (const auto& [iou, label] : proposals) {
        index.proposals.push_back(
            {source + "." + std::to_string(counter++) + ".0_5." + std::to_string(label) + ".jpg", iou, label,
             true});
    }
    return index;
}

ScannedFolder scanned(ProposalIndex index) {
    return Result<ProposalIndex>(std::move(index));
}

RunConfig configOf() {
    RunConfig config;
    config.trainDir = "train";
    config.validDir = "valid";
    config.initialWeights = "imagenet.safetensors";
    config.batchSize = 2;
    return config;
}

int countOf(const std::vector<PreviewNote>& notes, PreviewNote::Kind kind) {
    return static_cast<int>(std::ranges::count(notes, kind, &PreviewNote::kind));
}

bool mentions(const std::vector<PreviewNote>& notes, const char* text) {
    return std::ranges::any_of(
        notes, [&](const PreviewNote& note) { return note.text.contains(QString::fromUtf8(text)); });
}

} // namespace

class tst_DataPreview : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void countsAreThoseTheRunWillUse() {
        const ScannedFolder train =
            scanned(indexOf("a", {{0.9, 1}, {0.6, 1}, {0.45, 0}, {0.3, 0}, {0.1, 0}, {0.05, 0}}));
        const ScannedFolder valid = scanned(indexOf("b", {{0.7, 1}, {0.2, 0}, {0.1, 0}}));
        RunConfig config = configOf();
        DataPreview preview = previewOf(config, train, valid);
        QCOMPARE(preview.train.crack, std::int64_t(2));
        QCOMPARE(preview.train.noCrack, std::int64_t(4));
        QCOMPARE(preview.stepsInEpoch, std::int64_t(3));

        config.labelIou = 0.4;
        config.trainNegatives = 2;
        config.validNegatives = 1;
        preview = previewOf(config, train, valid);
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
        QCOMPARE(previewOf(config, train, valid).train.noCrack, std::int64_t(3));
    }

    void crackShareFollowsTheSampler() {
        RunConfig config = configOf();
        QCOMPARE(expectedCrackShare(config, 10, 30), 0.25);
        config.sampler = Sampler::Weighted;
        QCOMPARE(expectedCrackShare(config, 10, 30), 0.5);
        config.crackWeight = 2.0;
        QCOMPARE(expectedCrackShare(config, 10, 30), 20.0 / 50.0);
        QCOMPARE(expectedCrackShare(config, 0, 30), 0.0);
        QCOMPARE(expectedCrackShare(config, 10, 0), 1.0);
        QCOMPARE(expectedCrackShare(config, 0, 0), 0.0);
    }

    void stepsCountALastTinyCropToTheBatchBefore() {
        RunConfig config = configOf();
        config.batchSize = 4;
        const auto steps = [&](std::size_t proposals) {
            return previewOf(config,
                             scanned(indexOf("a", std::vector<std::pair<double, int>>(proposals, {0.1, 0}))),
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
        const DataPreview preview =
            previewOf(configOf(), Result<ProposalIndex>(tl::make_unexpected(error)), std::nullopt);
        QCOMPARE(obstacleOf(preview), std::optional(error));
        QCOMPARE(countOf(PreviewNotes::of(configOf(), preview), PreviewNote::Kind::Error), 1);
    }

    void oneClassOnlyIsAnObstacleInTrainingAndAWarningInValidation() {
        const ScannedFolder both = scanned(indexOf("a", {{0.9, 1}, {0.1, 0}}));
        const ScannedFolder one = scanned(indexOf("b", {{0.1, 0}, {0.2, 0}}));
        const DataPreview bad = previewOf(configOf(), one, both);
        QCOMPARE(obstacleOf(bad)->code, ErrorCode::Empty);
        QCOMPARE(countOf(PreviewNotes::of(configOf(), bad), PreviewNote::Kind::Error), 1);
        const DataPreview poor = previewOf(configOf(), both, one);
        QVERIFY(!obstacleOf(poor));
        QVERIFY(mentions(PreviewNotes::of(configOf(), poor), "Recall will be 0"));
    }

    void soundSettingsHaveNoNotes() {
        const DataPreview preview = previewOf(configOf(), scanned(indexOf("a", {{0.9, 1}, {0.1, 0}})),
                                              scanned(indexOf("b", {{0.9, 1}, {0.1, 0}})));
        QVERIFY(PreviewNotes::of(configOf(), preview).empty());
    }

    void missingValidationIsWarnedOf() {
        RunConfig config = configOf();
        config.validDir.clear();
        const DataPreview preview =
            previewOf(config, scanned(indexOf("a", {{0.9, 1}, {0.1, 0}})), std::nullopt);
        QVERIFY(!obstacleOf(preview));
        QVERIFY(mentions(PreviewNotes::of(config, preview), "no validation proposals"));
    }

    void sharedPhotographsAndFoldersAreWarnedOf() {
        const ScannedFolder folder = scanned(indexOf("wall.a", {{0.9, 1}, {0.1, 0}}));
        const DataPreview preview = previewOf(configOf(), folder, folder);
        QCOMPARE(preview.sharedSources, std::int64_t(1));
        QVERIFY(mentions(PreviewNotes::of(configOf(), preview), "in both folders"));

        const QTemporaryDir place;
        RunConfig same = configOf();
        same.trainDir = place.path().toStdString();
        same.validDir = place.path().toStdString() + "/.";
        QVERIFY(mentions(PreviewNotes::of(same, previewOf(same, folder, folder)), "the same folder"));
    }

    void warningsOfTheScanAreShown() {
        ProposalIndex index = indexOf("a", {{0.9, 1}, {0.1, 0}});
        index.warnings.emplace_back("The path cache is not used.");
        const DataPreview preview =
            previewOf(configOf(), scanned(indexOf("b", {{0.9, 1}, {0.1, 0}})), scanned(std::move(index)));
        const auto notes = PreviewNotes::of(configOf(), preview);
        QCOMPARE(countOf(notes, PreviewNote::Kind::Warning), 1);
        QVERIFY(mentions(notes, "The path cache is not used."));
    }

    void tooLittleMemoryIsWarnedOf() {
        DataPreview preview;
        RunEstimate estimate;
        estimate.memoryBytes = 2'600'000'000;
        const auto isWarned = [&] {
            return mentions(PreviewNotes::of(configOf(), preview, estimate), "2.6 GB of memory");
        };
        QVERIFY(!isWarned()); // nobody knows how much there is
        preview.availableMemoryBytes = 1'000'000'000;
        QVERIFY(isWarned());
        preview.availableMemoryBytes = 3'000'000'000;
        QVERIFY(!isWarned());
    }

    void emulatedPrecisionIsWarnedOf() {
        DataPreview preview;
        preview.hasEmulatedPrecision = true;
        QVERIFY(mentions(PreviewNotes::of(configOf(), preview), "emulate bf16"));
    }

    void settingsWithoutEffectAreWarnedOf() {
        const ScannedFolder train = scanned(indexOf("a", {{0.9, 1}, {0.1, 0}}));
        const ScannedFolder valid = scanned(indexOf("b", {{0.9, 1}, {0.1, 0}}));
        RunConfig config = configOf();
        config.crackWeight = 2.0;
        config.focalGamma = 1.0;
        config.batchSize = 64;
        config.initialWeights.clear();
        const auto notes = PreviewNotes::of(config, previewOf(config, train, valid));
        QVERIFY(mentions(notes, "crack weight has no effect"));
        QVERIFY(mentions(notes, "Focal alpha and gamma have no effect"));
        QVERIFY(mentions(notes, "batch size of 64 is larger than the 2"));
        QVERIFY(mentions(notes, "random weights"));
        QVERIFY(!mentions(notes, "emulate bf16"));
        QVERIFY(std::ranges::is_sorted(notes, {}, &PreviewNote::kind));
        config.sampler = Sampler::Weighted;
        config.loss = Loss::Focal;
        QVERIFY(!mentions(PreviewNotes::of(config, previewOf(config, train, valid)), "no effect"));
    }
};

} // namespace fissure::ui

QTEST_MAIN(fissure::ui::tst_DataPreview)

#include "tst_DataPreview.moc"
