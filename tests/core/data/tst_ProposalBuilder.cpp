#include "core/base/Files.h"
#include "core/data/BuildFolder.h"
#include "core/data/Coco.h"
#include "core/data/DatasetFile.h"
#include "core/data/ImageFile.h"
#include "core/data/Manifest.h"
#include "core/data/ProposalBuilder.h"
#include "core/data/ProposalName.h"
#include "core/data/Resampling.h"
#include "tests/core/data/BuiltFolder.h"
#include "tests/core/data/DrawnWalls.h"
#include "tests/support/TestImages.h"
#include "tests/support/Unprivileged.h"

#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <map>
#include <set>
#include <stdexcept>

using namespace fissure;
namespace fs = std::filesystem;
using test::contentOf;
using test::namesIn;

class tst_ProposalBuilder : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() {
        m_folder = std::make_unique<QTemporaryDir>();
        test::drawWalls(root(), 3);
    }

    void cropsManifestAndDescriptionAgree() {
        std::vector<BuildProgress> progress;
        const auto report =
            buildProposals(request(), [&](const BuildProgress& now) { progress.push_back(now); }, {});
        QVERIFY2(report.has_value(), report ? "" : report.error().message().c_str());
        QVERIFY(report->isComplete);
        QCOMPARE(report->imagesUsed, std::int64_t(3));
        QVERIFY(report->positives > 0 && report->negatives > 0);
        QVERIFY(report->skipped.empty());

        const auto index = scanProposals(out());
        QVERIFY(index.has_value());
        QVERIFY(index->rejected.empty());
        QCOMPARE(index->countOf(1), report->positives);
        QCOMPARE(index->countOf(0), report->negatives);
        QVERIFY(std::ranges::all_of(index->proposals, &Proposal::iouIsExact));
        for (const Proposal& proposal : index->proposals) {
            QCOMPARE(proposal.label, proposal.iou > 0.5 ? 1 : 0);
            const auto crop = readImage(out() / proposal.file);
            QVERIFY(crop.has_value());
            QCOMPARE(crop->width, 48);
            QCOMPARE(crop->height, 48);
        }
        QCOMPARE(fingerprintOf(out(), index->proposals), report->fingerprint);

        const auto description = readDatasetFile(out());
        QVERIFY(description.has_value());
        QCOMPARE(description->recipe, request().recipe);
        QCOMPARE(description->positives, report->positives);
        QCOMPARE(description->negatives, report->negatives);
        QCOMPARE(description->images, std::string("../images"));
        QCOMPARE(description->groundTruth, std::string("../masks"));
        QCOMPARE(description->groundTruthFormat, GroundTruthFormat::Masks);
        QCOMPARE(description->fingerprint, report->fingerprint);

        QCOMPARE(progress.size(), std::size_t(3));
        QCOMPARE(progress.back().done, std::int64_t(3));
        QCOMPARE(progress.back().total, std::int64_t(3));
        QVERIFY(progress.back().imagesPerSecond > 0.0);
        QCOMPARE(progress.back().timeLeft.count(), std::int64_t(0));
    }

    void originsLeadBackToThePixels() {
        QVERIFY(buildProposals(request(), {}, {}).has_value());
        const auto origins = readManifest(out());
        QVERIFY(origins.has_value());
        const auto groundTruth = readCoco(out() / kGroundTruthFile);
        QVERIFY(groundTruth.has_value());
        for (const auto& [crop, origin] : *origins) {
            const auto photograph = readImage(origin.sourceImage);
            QVERIFY2(photograph.has_value(), crop.c_str());
            const Image expected = resized(cropped(*photograph, origin.box), 48, 48, Kernel::Bicubic);
            QVERIFY(writeImage(root() / "expected.jpg", expected, 95).has_value());
            QCOMPARE(readFile(out() / crop).value(), readFile(root() / "expected.jpg").value());
            double highest = 0.0;
            for (const CocoImage& image : *groundTruth) {
                for (const Box& box :
                     image.fileName == origin.sourceImage.filename() ? image.boxes : std::vector<Box>{}) {
                    highest = std::max(highest, intersectionOverUnion(origin.box, box));
                }
            }
            QCOMPARE(origin.iou, highest);
            QCOMPARE(origin.groundTruth ? intersectionOverUnion(origin.box, *origin.groundTruth) : 0.0,
                     highest);
        }
    }

    void cropsAreInTheFormatAskedFor_data() {
        QTest::addColumn<ImageFormat>("format");
        QTest::newRow("PNG") << ImageFormat::Png;
        QTest::newRow("WebP") << ImageFormat::WebP;
    }
    void cropsAreInTheFormatAskedFor() {
        QFETCH(ImageFormat, format);
        BuildRequest other = request();
        other.recipe.format = format;
        other.recipe.jpegQuality = 50;
        QVERIFY(buildProposals(other, {}, {}).has_value());
        const auto index = scanProposals(out());
        QVERIFY(index.has_value());
        const auto origins = readManifest(out()).value();
        for (const Proposal& proposal : index->proposals) {
            QCOMPARE(parseProposalName(proposal.file)->extension, std::string(nameOf(format)));
            const ProposalOrigin& origin = origins.at(proposal.file);
            const Image pixels =
                resized(cropped(readImage(origin.sourceImage).value(), origin.box), 48, 48, Kernel::Bicubic);
            QCOMPARE(readFile(out() / proposal.file).value(), encodeImage(pixels, format, 50).value());
            QVERIFY(readImage(out() / proposal.file).has_value());
        }
        QCOMPARE(readDatasetFile(out())->recipe, other.recipe);
        QCOMPARE(buildProposals(other, {}, {})->imagesReused, std::int64_t(3));
    }

    void oneThreadAndTwoGiveTheSameBytes() {
        BuildRequest two = request();
        two.out = root() / "two";
        two.threads = 2;
        QVERIFY(buildProposals(request(), {}, {}).has_value());
        QVERIFY(buildProposals(two, {}, {}).has_value());
        QVERIFY(contentOf(out()).size() > 10);
        QCOMPARE(contentOf(out()), contentOf(two.out));
    }

    void cocoGivesTheSameCropsAsTheMasksItCameFrom() {
        QVERIFY(buildProposals(request(), {}, {}).has_value());
        BuildRequest coco = request();
        coco.out = root() / "coco";
        coco.groundTruth = {GroundTruthFormat::Coco, out() / kGroundTruthFile};
        QVERIFY(buildProposals(coco, {}, {}).has_value());
        QCOMPARE(readFile(coco.out / kManifestFile).value(), readFile(out() / kManifestFile).value());
    }

    void groundTruthCropsAreAddedWhereAskedFor() {
        BuildRequest with = request();
        with.recipe.groundTruthCrops = true;
        const auto report = buildProposals(with, {}, {});
        QVERIFY(report.has_value());
        const auto groundTruth = readCoco(out() / kGroundTruthFile).value();
        std::int64_t boxes = 0;
        for (const CocoImage& image : groundTruth) {
            boxes += static_cast<std::int64_t>(image.boxes.size());
        }
        QVERIFY(boxes > 0);
        QCOMPARE(report->groundTruthCrops, boxes);
        const auto index = scanProposals(out()).value();
        QCOMPARE(index.countOf(1), report->positives + boxes);
    }

    void unusablePhotographsAreSkippedWithTheReason() {
        QVERIFY(writeFileAtomically(root() / "images" / "text.jpg", "no image").has_value());
        QVERIFY(writeFileAtomically(root() / "masks" / "text.png", "no mask").has_value());
        fs::copy_file(root() / "images" / "wall_0.jpg", root() / "images" / "lonely.jpg");
        fs::copy_file(root() / "images" / "wall_0.jpg", root() / "images" / "small_mask.jpg");
        QVERIFY(writeMask(root() / "masks" / "small_mask.png", {2, 3, std::vector<std::uint8_t>(6, 255)})
                    .has_value());
        fs::copy_file(root() / "images" / "wall_0.jpg", root() / "images" / "text_mask.jpg");
        QVERIFY(writeFileAtomically(root() / "masks" / "text_mask.png", "no mask").has_value());
        fs::copy_file(root() / "images" / "wall_0.jpg", root() / "images" / "classes.jpg");
        QVERIFY(writeMask(root() / "masks" / "classes.png", {80, 80, std::vector<std::uint8_t>(6400, 1)})
                    .has_value());
        QVERIFY(writeImage(root() / "images" / "tiny.png", test::drawCrop(9, false, 1)).has_value());
        QVERIFY(
            writeMask(root() / "masks" / "tiny.png", {9, 9, std::vector<std::uint8_t>(81, 0)}).has_value());

        fs::copy_file(root() / "images" / "wall_0.jpg", root() / "images" / "huge.jpg");
        fs::resize_file(root() / "images" / "huge.jpg", 20'000'000'000); // a hole: it takes no room
        fs::copy_file(root() / "masks" / "wall_0.png", root() / "masks" / "huge.png");

        const auto report = buildProposals(request(), {}, {});
        QVERIFY(report.has_value());
        QVERIFY(report->isComplete);
        QCOMPARE(report->imagesUsed, std::int64_t(3));
        QCOMPARE(report->imagesFailed, std::int64_t(6)); // lonely.jpg has no ground truth
        QCOMPARE(report->imagesFound, std::int64_t(10));
        const std::string notAnImage =
            "it is not an image (its content is none of JPEG, PNG, BMP, TIFF and WebP)";
        QCOMPARE(report->skipped,
                 (std::vector<SkippedFile>{
                     {"classes.jpg",
                      "classes.png: no pixel of the mask is above the threshold 127; its highest value is 1"},
                     {"huge.jpg", "it has 20000 megabytes; 320 are the most that is read of an image"},
                     {"lonely.jpg",
                      "it has no mask (lonely.png or another image in " + (root() / "masks").string() + ")"},
                     {"small_mask.jpg", "small_mask.png: the mask has 2 x 3 pixels, its image 80 x 80"},
                     {"text.jpg", notAnImage},
                     {"text_mask.jpg", "text_mask.png: " + notAnImage},
                     {"tiny.png", "it has 9 x 9 pixels; selective search needs 16 in both directions"}}));
        QCOMPARE(readDatasetFile(out())->skipped, report->skipped);
    }

    void annotationsOfAnotherSizeAreAnErrorOfThatImage() {
        const auto coco =
            toCocoJson({{"wall_0.jpg", 80, 80, {{10, 10, 30, 30}}}, {"wall_1.jpg", 99, 80, {}}});
        QVERIFY(writeFileAtomically(root() / "coco.json", coco).has_value());
        BuildRequest from = request();
        from.groundTruth = {GroundTruthFormat::Coco, root() / "coco.json"};
        const auto report = buildProposals(from, {}, {});
        QVERIFY(report.has_value());
        QCOMPARE(report->imagesUsed, std::int64_t(1));
        QVERIFY(
            std::ranges::find(
                report->skipped,
                SkippedFile{"wall_1.jpg",
                            "coco.json: the annotations are for 99 x 80 pixels, the image has 80 x 80"}) !=
            report->skipped.end());
    }

    void boxesOverTheEdgeAreClippedAndThoseOutsideRefused() {
        const auto coco = toCocoJson({{"wall_0.jpg", 80, 80, {{-5, 60, 40, 40}, {200, 200, 9, 9}}}});
        QVERIFY(writeFileAtomically(root() / "coco.json", coco).has_value());
        BuildRequest from = request();
        from.groundTruth = {GroundTruthFormat::Coco, root() / "coco.json"};
        const auto report = buildProposals(from, {}, {});
        QVERIFY(report.has_value());
        QCOMPARE(readCoco(out() / kGroundTruthFile).value()[0].boxes, (std::vector<Box>{{0, 60, 35, 20}}));
        QCOMPARE(report->clippedBoxes, std::int64_t(1));
        QCOMPARE(report->refusedBoxes,
                 (std::vector<SkippedFile>{{"wall_0.jpg", "coco.json: the box [200, 200, 9, 9] lies outside "
                                                          "the 80 x 80 pixels of the image"}}));
        const auto description = readDatasetFile(out());
        QVERIFY(description.has_value());
        QCOMPARE(description->groundTruth, std::string("../coco.json"));
        QCOMPARE(description->groundTruthFormat, GroundTruthFormat::Coco);
        QCOMPARE(description->clippedBoxes, std::int64_t(1));
        QCOMPARE(description->refusedBoxes, report->refusedBoxes);
    }

    void boxesAreReadOffMasksAsTheRecipeSays() {
        BuildRequest large = request();
        large.recipe.mask.minimumAreaPx = 80 * 80;
        const auto report = buildProposals(large, {}, {});
        QVERIFY(report.has_value());
        QCOMPARE(report->positives, std::int64_t(0));
        const auto groundTruth = readCoco(out() / kGroundTruthFile).value();
        QVERIFY(std::ranges::all_of(groundTruth, [](const CocoImage& image) { return image.boxes.empty(); }));
    }

    void emptyMaskContributesNegativesOnly() {
        for (int i = 0; i < 3; ++i) {
            QVERIFY(writeMask(root() / "masks" / fmt::format("wall_{}.png", i),
                              {80, 80, std::vector<std::uint8_t>(6400, 0)})
                        .has_value());
        }
        const auto report = buildProposals(request(), {}, {});
        QVERIFY(report.has_value());
        QCOMPARE(report->imagesUsed, std::int64_t(3));
        QCOMPARE(report->positives, std::int64_t(0));
        QVERIFY(report->negatives > 0);
        const auto groundTruth = readCoco(out() / kGroundTruthFile).value();
        QCOMPARE(groundTruth.size(), std::size_t(3));
        QVERIFY(std::ranges::all_of(groundTruth, [](const CocoImage& image) { return image.boxes.empty(); }));
    }

    void namesOfAnyLetterAndLengthAreTaken() {
        // The longest that a file may have; the first two differ where the names of crops are cut.
        const std::string longName(250, 'a');
        const std::vector<std::string> stems{"ściana, \"stara\" 壁", longName + 'b', longName + 'c'};
        for (std::size_t i = 0; i < stems.size(); ++i) {
            const std::string drawn = fmt::format("wall_{}", i);
            fs::rename(root() / "images" / (drawn + ".jpg"), root() / "images" / (stems[i] + ".jpg"));
            fs::rename(root() / "masks" / (drawn + ".png"), root() / "masks" / (stems[i] + ".png"));
        }
        const auto report = buildProposals(request(), {}, {});
        QVERIFY2(report.has_value(), report ? "" : report.error().message().c_str());
        QCOMPARE(report->imagesUsed, std::int64_t(3));
        const auto index = scanProposals(out()).value();
        QVERIFY(index.rejected.empty());
        QVERIFY(std::ranges::all_of(index.proposals, &Proposal::iouIsExact));
        std::map<std::string, std::set<fs::path>> photographs; // by source
        const auto origins = readManifest(out()).value();
        for (const auto& [crop, origin] : origins) {
            photographs[parseProposalName(crop)->source].insert(origin.sourceImage.stem());
        }
        QCOMPARE(photographs,
                 (std::map<std::string, std::set<fs::path>>{{stems[0], {stems[0]}},
                                                            {longName.substr(0, 200), {stems[1]}},
                                                            {longName.substr(0, 200) + "_2", {stems[2]}}}));
        QCOMPARE(buildProposals(request(), {}, {})->imagesReused, std::int64_t(3));
    }

    void twoPhotographsOfOneStemDoNotOverwriteEachOther() {
        QVERIFY(writeImage(root() / "images" / "wall_0.png", drawConcrete(80, 9).image).has_value());
        const auto report = buildProposals(request(), {}, {});
        QVERIFY(report.has_value());
        QCOMPARE(report->imagesUsed, std::int64_t(4));
        std::map<std::string, int> sources;
        const ProposalIndex index = scanProposals(out()).value();
        for (const Proposal& proposal : index.proposals) {
            ++sources[parseProposalName(proposal.file)->source];
        }
        QCOMPARE(sources.size(), std::size_t(4));
        QVERIFY(sources.contains("wall_0_jpg") && sources.contains("wall_0_png"));
        QCOMPARE(index.proposals.size(), std::size_t(report->positives + report->negatives));
    }

    void foreignCropsInTheFolderAreReported() {
        QVERIFY(buildProposals(request(), {}, {})->foreignCrops.empty());
        QVERIFY(writeImage(out() / "mine.1.0_9.1.jpg", test::drawCrop(48, true, 1)).has_value());
        QVERIFY(writeImage(out() / "mine.0.0_1.0.jpg", test::drawCrop(48, false, 1)).has_value());
        QVERIFY(writeFileAtomically(out() / "notes.txt", "mine").has_value());
        fs::create_directory(out() / "mine.2.0_1.0.jpg");
        const auto report = buildProposals(request(), {}, {});
        QVERIFY2(report.has_value(), report ? "" : report.error().message().c_str());
        QCOMPARE(report->foreignCrops, (std::vector<std::string>{"mine.0.0_1.0.jpg", "mine.1.0_9.1.jpg"}));
        QVERIFY(fs::exists(out() / "mine.0.0_1.0.jpg"));
    }

    void photographThatVanishesMakesTheDataSetIncomplete() {
        const auto report = buildProposals(
            request(), [&](const BuildProgress&) { fs::remove(root() / "images" / "wall_2.jpg"); }, {});
        QVERIFY2(report.has_value(), report ? "" : report.error().message().c_str());
        QVERIFY(!report->isComplete);
        QCOMPARE(report->imagesUsed, std::int64_t(2));
        QCOMPARE(report->skipped, (std::vector<SkippedFile>{{"wall_2.jpg", "it does not exist"}}));
        QVERIFY(!readDatasetFile(out())->isComplete);
    }

    void earlierDataSetStaysWherePhotographsVanish() {
        QVERIFY(buildProposals(request(), {}, {}).has_value());
        const auto before = contentOf(out());
        BuildRequest other = request();
        other.recipe.negatives = 3;
        const fs::path photograph = root() / "images" / "wall_2.jpg";
        const auto report = buildProposals(other,
                                           [&](const BuildProgress& progress) {
                                               if (progress.done == 1) {
                                                   fs::rename(photograph, root() / "away.jpg");
                                               }
                                           },
                                           {});
        QVERIFY(!report);
        QCOMPARE(report.error(), (Error{ErrorCode::NotFound, photograph.string(),
                                        "it does not exist; the data set that was there stays as it was",
                                        "what is done is kept for the next build"}));
        QCOMPARE(contentOf(out()), before);

        fs::rename(root() / "away.jpg", photograph);
        QCOMPARE(buildProposals(other, {}, {})->imagesReused, std::int64_t(2));
        QCOMPARE(namesIn(root()), (std::vector<std::string>{"images", "masks", "proposals"}));
    }

    void exceptionOutOfTheCallbackEndsTheBuildAndKeepsWhatIsDone() {
        BuildRequest two = request();
        two.threads = 2;
        const auto report =
            buildProposals(two, [](const BuildProgress&) { throw std::runtime_error("nobody listens"); }, {});
        QVERIFY(!report);
        QCOMPARE(report.error().code, ErrorCode::Internal);
        QCOMPARE(report.error().cause, unforeseen("nobody listens").cause);
        QVERIFY(!fs::exists(out()));
        QVERIFY(buildProposals(request(), {}, {})->imagesReused > 0);
        QCOMPARE(namesIn(root()), (std::vector<std::string>{"images", "masks", "proposals"}));
    }

    void stopKeepsWhatIsDone() {
        std::stop_source stop;
        const auto report = buildProposals(
            request(), [&](const BuildProgress&) { stop.request_stop(); }, stop.get_token());
        QVERIFY(report.has_value());
        QVERIFY(!report->isComplete);
        QCOMPARE(report->imagesUsed, std::int64_t(1));
        const auto index = scanProposals(out());
        QVERIFY(index.has_value());
        QCOMPARE(std::int64_t(index->proposals.size()), report->positives + report->negatives);
        QVERIFY(std::ranges::all_of(index->proposals, &Proposal::iouIsExact));
        QVERIFY(!readDatasetFile(out())->isComplete);
        QCOMPARE(fingerprintOf(out(), index->proposals), report->fingerprint);
    }

    void stopBeforeTheFirstPhotographLeavesNothing() {
        std::stop_source stop;
        stop.request_stop();
        const auto report = buildProposals(request(), {}, stop.get_token());
        QVERIFY(!report);
        QCOMPARE(report.error().code, ErrorCode::Stopped);
        QCOMPARE(namesIn(root()), (std::vector<std::string>{"images", "masks"}));
    }

    void buildingAnewReplacesOurCropsAndKeepsForeignFiles() {
        QVERIFY(buildProposals(request(), {}, {}).has_value());
        const auto before = namesIn(out());
        QVERIFY(writeFileAtomically(out() / "notes.txt", "mine").has_value());
        BuildRequest other = request();
        other.recipe.negatives = 3;
        const auto report = buildProposals(other, {}, {});
        QVERIFY2(report.has_value(), report ? "" : report.error().message().c_str());
        QVERIFY(namesIn(out()).size() < before.size());
        QCOMPARE(std::int64_t(scanProposals(out())->proposals.size()), report->positives + report->negatives);
        QCOMPARE(readTextFile(out() / "notes.txt").value(), std::string("mine"));
        QCOMPARE(namesIn(root()), (std::vector<std::string>{"images", "masks", "proposals"}));
    }

    void stopLeavesAnEarlierDataSetAsItWas() {
        QVERIFY(buildProposals(request(), {}, {}).has_value());
        const auto before = contentOf(out());
        std::stop_source stop;
        BuildRequest other = request();
        other.recipe.negatives = 3;
        const auto report = buildProposals(
            other, [&](const BuildProgress&) { stop.request_stop(); }, stop.get_token());
        QVERIFY(!report);
        QCOMPARE(report.error().code, ErrorCode::Stopped);
        QCOMPARE(report.error().cause, "the build was stopped; the data set that was there stays as it was");
        QCOMPARE(report.error().advice, "what is done is kept for the next build");
        QCOMPARE(contentOf(out()), before);
        QCOMPARE(buildProposals(other, {}, {})->imagesReused, std::int64_t(1));
        QCOMPARE(namesIn(root()), (std::vector<std::string>{"images", "masks", "proposals"}));
    }

    void folderWithOtherFilesIsRefusedAndLeftAlone() {
        fs::create_directories(out());
        QVERIFY(writeFileAtomically(out() / "a.1.0_5.0.jpg", "mine").has_value());
        const auto report = buildProposals(request(), {}, {});
        QVERIFY(!report);
        QCOMPARE(report.error(), (Error{ErrorCode::WrongFormat, out().string(),
                                        "it already holds files, and they are not a data set of this program",
                                        "choose a new or an empty folder"}));
        QCOMPARE(namesIn(out()), (std::vector<std::string>{"a.1.0_5.0.jpg"}));
    }

    void dataSetWithoutItsManifestIsNotReplaced() {
        QVERIFY(buildProposals(request(), {}, {}).has_value());
        fs::remove(out() / kManifestFile);
        const auto report = buildProposals(request(), {}, {});
        QVERIFY(!report);
        QCOMPARE(report.error().code, ErrorCode::NotFound);
        QCOMPARE(report.error().subject, (out() / kManifestFile).string());
    }

    void fileInThePlaceOfTheFolderIsRefused() {
        QVERIFY(writeFileAtomically(out(), "a file").has_value());
        QCOMPARE(buildProposals(request(), {}, {}).error().cause, std::string("it is not a folder"));
    }

    void emptyFolderIsTaken() {
        fs::create_directories(out());
        QVERIFY(buildProposals(request(), {}, {}).has_value());
        QVERIFY(fs::exists(out() / kDatasetFile));
    }

    void folderThatCannotBeWrittenIsAnError() {
        const fs::perms everyone = fs::perms::owner_read | fs::perms::group_read | fs::perms::others_read;
        fs::permissions(root(),
                        everyone | fs::perms::owner_exec | fs::perms::group_exec | fs::perms::others_exec);
        const test::Unprivileged unprivileged;
        if (!unprivileged.isEffective()) {
            QSKIP("permissions do not bind this user");
        }
        const auto report = buildProposals(request(), {}, {});
        QVERIFY(!report);
        QCOMPARE(report.error(), (Error{ErrorCode::Unwritable, out().string(),
                                        "the data set cannot be written there: Permission denied", ""}));
    }

    void twoBuildsForOneFolderDoNotMix() {
        const auto first = BuildFolder::open(out());
        QVERIFY(first.has_value());
        const auto report = buildProposals(request(), {}, {});
        QVERIFY(!report);
        QCOMPARE(report.error().code, ErrorCode::Busy);
    }

    void leftoversOfAKilledBuildAreNotPublished() {
        const fs::path staging = root() / ".proposals.building";
        fs::create_directories(staging / "inner");
        QVERIFY(writeFileAtomically(staging / "old.1.0_5.0.jpg", "old").has_value());
        QVERIFY(buildProposals(request(), {}, {}).has_value());
        QVERIFY(!fs::exists(out() / "old.1.0_5.0.jpg"));
        QVERIFY(!fs::exists(out() / "inner"));
        QVERIFY(!fs::exists(staging));
    }

    void noUsablePhotographIsEmpty() {
        QVERIFY(writeFileAtomically(root() / "images" / "LICENSE", "text").has_value());
        for (int i = 0; i < 3; ++i) {
            QVERIFY(
                writeFileAtomically(root() / "images" / fmt::format("wall_{}.jpg", i), "text").has_value());
        }
        const auto report = buildProposals(request(), {}, {});
        QVERIFY(!report);
        QCOMPARE(report.error().code, ErrorCode::Empty);
        QVERIFY2(report.error().cause.str().starts_with(
                     "none of its images (3) can be used; wall_0.jpg: it is not an image"),
                 report.error().cause.str().c_str());
        QVERIFY(!fs::exists(out()));
    }

    void realPhotographsGiveCracksAndOthers() {
        const fs::path photographs = test::realPhotographs();
        if (photographs.empty()) {
            QSKIP("the uav75 photographs are not here");
        }
        const auto names = namesIn(photographs / "valid" / "images");
        fs::create_directories(root() / "real");
        fs::copy_file(photographs / "valid" / "images" / names[0], root() / "real" / names[0]);
        BuildRequest real = request();
        real.images = root() / "real";
        real.groundTruth = {GroundTruthFormat::Masks, photographs / "valid" / "masks"};
        const auto report = buildProposals(real, {}, {});
        QVERIFY2(report.has_value(), report ? "" : report.error().message().c_str());
        QVERIFY(report->positives > 0);
        QVERIFY(report->negatives > 100);
    }

private:
    fs::path root() const { return m_folder->path().toStdString(); }
    fs::path out() const { return root() / "proposals"; }

    BuildRequest request() const {
        BuildRequest request{root() / "images", {GroundTruthFormat::Masks, root() / "masks"}, out(), {}, 1};
        request.recipe.cropSizePx = 48;
        return request;
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

QTEST_GUILESS_MAIN(tst_ProposalBuilder)
#include "tst_ProposalBuilder.moc"
