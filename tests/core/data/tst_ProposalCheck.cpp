#include "core/base/Files.h"
#include "core/data/ImageFile.h"
#include "core/data/Manifest.h"
#include "core/data/PathCache.h"
#include "core/data/ProposalCheck.h"
#include "tests/support/TestImages.h"

#include <QTemporaryDir>
#include <QTest>
#include <nlohmann/json.hpp>

#include <chrono>

using namespace fissure;
namespace fs = std::filesystem;

class tst_ProposalCheck : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void goodFolderHasNothingWrong() {
        test::writeCrops(folder(), 10, 16);
        const auto check = inspectProposals(folder());
        QVERIFY(check.has_value());
        QVERIFY(check->contradictions.empty());
        QVERIFY(check->missing.empty());
        QVERIFY(!check->description);
        QVERIFY(check->datasetProblem.empty());
        QCOMPARE(check->histogram.crack[5], std::int64_t(4)); // 0.52 to 0.58
        QCOMPARE(check->histogram.crack[6], std::int64_t(1));
    }

    void labelsThatContradictTheIouAreFound() {
        add("a.1.0_5.0.jpg"); // rounding leaves both labels possible
        add("a.2.0_5.1.jpg");
        add("a.3.0_51.0.jpg"); // at least 0.505
        add("a.4.0_49.1.jpg"); // at most 0.495
        add("a.5.0_9.1.jpg");
        const auto check = inspectProposals(folder());
        QVERIFY(check.has_value());
        QCOMPARE(check->contradictions, (std::vector<Proposal>{{"a.3.0_51.0.jpg", 0.51, 0, false},
                                                               {"a.4.0_49.1.jpg", 0.49, 1, false}}));
    }

    void exactIousLeaveNoRoomForRounding() {
        add("a.1.0_5.0.jpg");
        add("a.2.0_5.1.jpg");
        const auto row = [](const std::string& name, double iou) {
            return toCsvLine({name, "x.jpg", 9, 9, {0, 0, 1, 1}, iou, std::nullopt, std::nullopt});
        };
        QVERIFY(
            writeFileAtomically(folder() / kManifestFile,
                                manifestHeading() + row("a.1.0_5.0.jpg", 0.501) + row("a.2.0_5.1.jpg", 0.5))
                .has_value());
        QCOMPARE(inspectProposals(folder())->contradictions.size(), std::size_t(2));
    }

    void cropsThatTheManifestNamesAndTheFolderLacksAreListed() {
        add("a.1.0_1.0.jpg");
        add("misnamed.jpg");
        std::string manifest = manifestHeading();
        for (const char* name : {"a.9.0_1.0.jpg", "a.1.0_1.0.jpg", "misnamed.jpg", "a.2.0_1.0.jpg"}) {
            manifest += toCsvLine({name, "x.jpg", 9, 9, {0, 0, 1, 1}, 0.1, std::nullopt, std::nullopt});
        }
        QVERIFY(writeFileAtomically(folder() / kManifestFile, manifest).has_value());
        const auto check = inspectProposals(folder());
        QVERIFY(check.has_value());
        QCOMPARE(check->missing, (std::vector<std::string>{"a.9.0_1.0.jpg", "a.2.0_1.0.jpg"}));
        QVERIFY(check->unknown.empty());
    }

    void cropsThatTheManifestDoesNotKnowAreListed() {
        for (const char* name : {"a.1.0_1.0.jpg", "b.1.0_1.0.jpg", "a.0.0_1.0.jpg", "misnamed.jpg"}) {
            add(name);
        }
        QVERIFY(inspectProposals(folder())->unknown.empty()); // there is no manifest
        const ManifestRow row{"a.1.0_1.0.jpg", "x.jpg", 9, 9, {0, 0, 1, 1}, 0.1, std::nullopt, std::nullopt};
        QVERIFY(
            writeFileAtomically(folder() / kManifestFile, manifestHeading() + toCsvLine(row)).has_value());
        const auto check = inspectProposals(folder());
        QVERIFY(check.has_value());
        QCOMPARE(check->unknown, (std::vector<std::string>{"a.0.0_1.0.jpg", "b.1.0_1.0.jpg"}));
    }

    void cropsOfWhichNameAndManifestSayAnotherIouAreListed() {
        for (const char* name : {"a.1.0_5.1.jpg", "a.2.0_5.1.jpg", "a.3.0_1.0.jpg"}) {
            add(name);
        }
        const auto row = [](const char* name, double iou) {
            return toCsvLine({name, "x.jpg", 9, 9, {0, 0, 1, 1}, iou, std::nullopt, std::nullopt});
        };
        const std::string twice = row("a.3.0_1.0.jpg", 0.25) + row("a.3.0_1.0.jpg", 0.35);
        QVERIFY(writeFileAtomically(folder() / kManifestFile, manifestHeading() +
                                                                  row("a.2.0_5.1.jpg", 0.504) +
                                                                  row("a.1.0_5.1.jpg", 0.9) + twice)
                    .has_value());
        const auto check = inspectProposals(folder());
        QVERIFY(check.has_value());
        QCOMPARE(check->otherIou,
                 (std::vector<SkippedFile>{{"a.1.0_5.1.jpg", "IoU 0.5 in the name, 0.9 in the manifest"},
                                           {"a.3.0_1.0.jpg", "IoU 0.1 in the name, 0.25 in the manifest"}}));
    }

    void thresholdComesFromTheDescription() {
        add("a.1.0_4.1.jpg");
        add("a.2.0_1.0.jpg");
        DatasetDescription description;
        description.recipe.labelIou = 0.35;
        QVERIFY(writeFileAtomically(folder() / kDatasetFile, toJson(description)).has_value());
        const auto check = inspectProposals(folder());
        QVERIFY(check.has_value());
        QCOMPARE(check->labelIou, 0.35);
        QVERIFY(check->contradictions.empty());
    }

    void filesChangedSinceTheBuildAreNoticed() {
        add("a.1.0_9.1.jpg");
        add("a.2.0_1.0.jpg");
        DatasetDescription description;
        description.fingerprint = inspectProposals(folder())->fingerprint;
        QVERIFY(writeFileAtomically(folder() / kDatasetFile, toJson(description)).has_value());
        QVERIFY(!inspectProposals(folder())->hasChanged);
        fs::remove(folder() / "a.2.0_1.0.jpg");
        QVERIFY(inspectProposals(folder())->hasChanged);
    }

    void proposalsThatAPathCacheLeavesOutAreNoChange() {
        add("a.1.0_9.1.jpg");
        add("a.2.0_1.0.jpg");
        DatasetDescription description;
        description.fingerprint = inspectProposals(folder())->fingerprint;
        QVERIFY(writeFileAtomically(folder() / kDatasetFile, toJson(description)).has_value());
        const fs::path pathCache = folder() / kPathCacheFiles[0];
        QVERIFY(writeFileAtomically(pathCache, "[\"a.1.0_9.1.jpg\"]").has_value());
        fs::last_write_time(pathCache, fs::file_time_type::clock::now() + std::chrono::hours(1));
        const auto check = inspectProposals(folder());
        QCOMPARE(check->index.proposals.size(), std::size_t(1));
        QCOMPARE(check->index.unlisted, (std::vector<Proposal>{{"a.2.0_1.0.jpg", 0.1, 0, false}}));
        QVERIFY(check->fingerprint != description.fingerprint);
        QVERIFY(!check->hasChanged);
        fs::remove(folder() / "a.2.0_1.0.jpg");
        fs::last_write_time(pathCache, fs::file_time_type::clock::now() + std::chrono::hours(1));
        QVERIFY(inspectProposals(folder())->hasChanged);
    }

    void brokenDescriptionIsAProblemAndNoFailure() {
        add("a.1.0_9.1.jpg");
        QVERIFY(writeFileAtomically(folder() / kDatasetFile, "{\"format\": 3}").has_value());
        const auto check = inspectProposals(folder());
        QVERIFY(check.has_value());
        QCOMPARE(check->datasetProblem, std::string("it does not describe a folder of proposals"));
    }

    void descriptionsAreReadBack() {
        DatasetDescription description;
        description.program = "1.2.3";
        description.images = "../images";
        description.groundTruth = "../labels";
        description.groundTruthFormat = GroundTruthFormat::Yolo;
        description.recipe = {SearchMode::Quality, 0.35, NegativePolicy::Random, 7, 0.25, 11, true, 64,
                              ImageFormat::WebP,   80,   {9, 100, 5, 3}};
        description.isComplete = false;
        description.imagesFound = 9;
        description.imagesUsed = 8;
        description.positives = 70;
        description.negatives = 60;
        description.groundTruthCrops = 5;
        description.clippedBoxes = 4;
        description.refusedBoxes = {{"b.jpg", "the box has no area"}};
        description.skipped = {{"a.jpg", "it is empty"}};
        description.fingerprint = "abc";
        QVERIFY(writeFileAtomically(folder() / kDatasetFile, toJson(description)).has_value());
        QCOMPARE(readDatasetFile(folder()).value(), description);
    }

    void descriptionsOfEarlierBuildsAreRead() {
        DatasetDescription description;
        description.groundTruth = "../masks";
        auto json = nlohmann::json::parse(toJson(description));
        json.erase("ground_truth_format");
        json.erase("refused_boxes");
        json["counts"].erase("clipped_boxes");
        json["recipe"].erase("negative_policy");
        json["recipe"].erase("negative_seed");
        json["recipe"]["negatives_per_band"] = 4;
        json["recipe"].erase("crop_format");
        json["recipe"].erase("quality");
        json["recipe"]["jpeg_quality"] = 80;
        description.recipe.jpegQuality = 80;
        QVERIFY(writeFileAtomically(folder() / kDatasetFile, json.dump()).has_value());
        QCOMPARE(readDatasetFile(folder()).value(), description);
    }

    void descriptionsOfOtherKindsAreRefused_data() {
        QTest::addColumn<std::string>("text");
        QTest::newRow("no JSON") << std::string("{");
        QTest::newRow("a list") << std::string("[]");
        QTest::newRow("another format") << std::string(R"({"format": "coco"})");
        QTest::newRow("nothing in it") << std::string(R"({"format": "fissure proposals"})");
    }
    void descriptionsOfOtherKindsAreRefused() {
        QFETCH(std::string, text);
        QVERIFY(writeFileAtomically(folder() / kDatasetFile, text).has_value());
        const auto description = readDatasetFile(folder());
        QVERIFY(!description);
        QCOMPARE(description.error().code, ErrorCode::WrongFormat);
        QCOMPARE(description.error().subject, (folder() / kDatasetFile).string());
        QVERIFY(description.error().cause.str().starts_with("it does not describe a folder of proposals"));
    }

    void namesThatThisVersionDoesNotKnowAreRefused_data() {
        QTest::addColumn<std::string>("key");
        QTest::newRow("search") << std::string("mode");
        QTest::newRow("policy") << std::string("negative_policy");
        QTest::newRow("format of the crops") << std::string("crop_format");
        QTest::newRow("format of the ground truth") << std::string("ground_truth_format");
    }
    void namesThatThisVersionDoesNotKnowAreRefused() {
        QFETCH(std::string, key);
        auto json = nlohmann::json::parse(toJson(DatasetDescription()));
        (json.contains(key) ? json : json["recipe"])[key] = "newest";
        QVERIFY(writeFileAtomically(folder() / kDatasetFile, json.dump()).has_value());
        const auto description = readDatasetFile(folder());
        QVERIFY(!description);
        QCOMPARE(description.error(), (Error{ErrorCode::WrongFormat, (folder() / kDatasetFile).string(),
                                             "its " + key + " \"newest\" is none that this version knows",
                                             "a newer version may have written it"}));
    }

    void missingFolderIsNotFound() {
        QCOMPARE(inspectProposals("/nonexistent").error().code, ErrorCode::NotFound);
    }

private:
    fs::path folder() const { return m_folder->path().toStdString(); }

    void add(const std::string& name) const {
        if (!writeImage(folder() / name, test::drawCrop(16, false, 1))) {
            qFatal("cannot write a test crop");
        }
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

QTEST_GUILESS_MAIN(tst_ProposalCheck)
#include "tst_ProposalCheck.moc"
