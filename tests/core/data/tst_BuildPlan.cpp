#include "core/base/Files.h"
#include "core/data/BuildPlan.h"
#include "core/data/Coco.h"
#include "tests/support/Unprivileged.h"

#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <fstream>
#include <iterator>
#include <set>
#include <sys/stat.h>

using namespace fissure;
namespace fs = std::filesystem;

class tst_BuildPlan : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() {
        m_folder = std::make_unique<QTemporaryDir>();
        fs::create_directories(images());
        fs::create_directories(masks());
        fs::create_directories(root() / "labels");
    }

    void masksAreFoundByTheStem() {
        add({"images/a.jpg", "images/b.v2.JPG", "masks/a.bmp", "masks/b.v2.png", "masks/a.png",
             "masks/c.png"});
        const auto plan = planBuild(images(), {GroundTruthFormat::Masks, masks()});
        QVERIFY(plan.has_value());
        QCOMPARE(plan->images.size(), std::size_t(2));
        QCOMPARE(maskOf(*plan, 0), masks() / "a.png");
        QCOMPARE(maskOf(*plan, 1), masks() / "b.v2.png");
        QCOMPARE(plan->images[1].source, "b.v2");
        QCOMPARE(plan->skipped,
                 (std::vector<SkippedFile>{
                     {(masks() / "a.bmp").string(), "the mask a.png is used instead"},
                     {(masks() / "c.png").string(), "there is no image for it in " + images().string()}}));
    }

    void masksMayStandBesideTheirPhotographs() {
        add({"images/a.jpg", "images/a.png", "images/b.bmp", "images/b.jpg", "images/c.jpg", "images/d.png"});
        const auto plan = planBuild(images(), {GroundTruthFormat::Masks, masks() / ".." / "images"});
        QVERIFY(plan.has_value());
        QCOMPARE(plan->found, std::int64_t(4));
        QCOMPARE(plan->images.size(), std::size_t(2));
        QCOMPARE(plan->images[0].file, images() / "a.jpg");
        QCOMPARE(maskOf(*plan, 0).filename(), fs::path("a.png"));
        QCOMPARE(plan->images[0].source, std::string("a"));
        QCOMPARE(plan->images[1].file, images() / "b.jpg");
        QCOMPARE(maskOf(*plan, 1).filename(), fs::path("b.bmp"));
        QCOMPARE(plan->skipped.size(), std::size_t(2));
        QCOMPARE(plan->skipped[0].file, std::string("c.jpg"));
        QCOMPARE(plan->skipped[1].file, std::string("d.png"));
        QVERIFY(plan->skipped[1].reason.str().starts_with("it has no mask"));
    }

    void linksThatLeadNowhereAndWhatIsNoFileAreListed() {
        fs::create_directories(masks());
        fs::create_directories(images() / "day");
        QCOMPARE(planBuild(images(), {GroundTruthFormat::Masks, masks()}).error().cause,
                 std::string("it holds no images, and its sub-folders are not looked into"));
        fs::remove_all(images() / "day");
        add({"images/a.jpg", "masks/a.png"});
        fs::create_symlink(root() / "absent.jpg", images() / "link.jpg");
        fs::create_symlink(images() / "a.jpg", images() / "a_link.jpg");
        fs::create_directory_symlink(masks(), images() / "folder.jpg");
        QCOMPARE(::mkfifo((images() / "pipe.jpg").c_str(), 0600), 0);
        const auto plan = planBuild(images(), {GroundTruthFormat::Masks, masks()});
        QVERIFY(plan.has_value());
        QCOMPARE(plan->found, std::int64_t(2));
        QCOMPARE(plan->skipped.size(), std::size_t(3));
        QCOMPARE(plan->skipped[0].file, std::string("a_link.jpg"));
        QCOMPARE(plan->skipped[1], (SkippedFile{"link.jpg", "it is a link to a file that does not exist"}));
        QCOMPARE(plan->skipped[2], (SkippedFile{"pipe.jpg", "it is not a file"}));
    }

    void strayFilesAndImagesWithoutMaskAreListed() {
        add({"images/a.jpg", "images/b.jpg", "images/notes.txt", "images/.hidden.jpg", "masks/a.png"});
        fs::create_directory(images() / "sub.jpg");
        const auto plan = planBuild(images(), {GroundTruthFormat::Masks, masks()});
        QVERIFY(plan.has_value());
        QCOMPARE(plan->found, std::int64_t(2));
        QCOMPARE(plan->skipped,
                 (std::vector<SkippedFile>{
                     {"b.jpg", "it has no mask (b.png or another image in " + masks().string() + ")"},
                     {"notes.txt", "its name is not that of an image"}}));
    }

    void photographsOfOneStemAreToldApart() {
        add({"images/a.jpg", "images/a.png", "images/a.PNG", "images/a_jpg.jpg", "masks/a.png",
             "masks/a_jpg.png"});
        const auto plan = planBuild(images(), {GroundTruthFormat::Masks, masks()});
        QVERIFY(plan.has_value());
        std::vector<std::string> sources;
        for (const PlannedImage& image : plan->images) {
            sources.push_back(image.file.filename().string() + " " + image.source);
        }
        QCOMPARE(sources, (std::vector<std::string>{"a.PNG a_PNG", "a.jpg a_jpg_2", "a.png a_png_2",
                                                    "a_jpg.jpg a_jpg"}));
    }

    void namesOfOneLetterMoreOrLessLargeAreToldApart() {
        add({"images/Wall.jpg", "images/wall.jpg", "images/\u015aciana.jpg", "images/\u015bciana.jpg",
             "images/Floor.jpg", "images/floor_2.jpg", "masks/Wall.png", "masks/wall.png",
             "masks/\u015aciana.png", "masks/\u015bciana.png", "masks/Floor.png", "masks/floor_2.png"});
        if (std::distance(fs::directory_iterator(images()), fs::directory_iterator()) != 6) {
            QSKIP("this disk does not tell large letters from small ones");
        }
        const auto plan = planBuild(images(), {GroundTruthFormat::Masks, masks()});
        QVERIFY(plan.has_value());
        std::vector<std::string> sources;
        for (const PlannedImage& image : plan->images) {
            sources.push_back(image.source);
        }
        QCOMPARE(sources, (std::vector<std::string>{"Floor", "Wall_jpg", "floor_2", "wall_jpg_2",
                                                    "\u015aciana_jpg", "\u015bciana_jpg_2"}));
    }

    void manyPhotographsOfOneStemAreNumberedQuickly() {
        // Names of one beginning, of which as much is kept as fits.
        const std::string beginning(200, 'w');
        constexpr int kCount = 3000;
        for (int i = 0; i < kCount; ++i) {
            const std::string name = beginning + std::to_string(i);
            std::ofstream(images() / (name + ".jpg")).put('x');
            std::ofstream(masks() / (name + ".png")).put('x');
        }
        const auto plan = planBuild(images(), {GroundTruthFormat::Masks, masks()});
        QVERIFY(plan.has_value());
        std::set<std::string> sources;
        for (const PlannedImage& image : plan->images) {
            sources.insert(image.source);
        }
        QCOMPARE(sources.size(), std::size_t(kCount));
        QVERIFY(sources.contains(beginning + "_3000"));
    }

    void cocoGivesBoxesAndSizes() {
        add({"images/a.jpg", "images/b.jpg"});
        write("coco.json", toCocoJson({{"somewhere/a.jpg", 10, 20, {{1, 2, 3, 4}}}}));
        const auto plan = planBuild(images(), {GroundTruthFormat::Coco, root() / "coco.json"});
        QVERIFY(plan.has_value());
        QCOMPARE(plan->images.size(), std::size_t(1));
        const GroundTruthReader& reader = *plan->groundTruth;
        QCOMPARE(reader.boxesOf("a.jpg", {10, 20}).value().boxes, (std::vector<Box>{{1, 2, 3, 4}}));
        QCOMPARE(reader.boxesOf("a.jpg", {20, 10}).error(),
                 (Error{ErrorCode::OutOfRange, (root() / "coco.json").string(),
                        "the annotations are for 10 x 20 pixels, the image has 20 x 10", ""}));
        QCOMPARE(plan->skipped, (std::vector<SkippedFile>{
                                    {"b.jpg", (root() / "coco.json").string() + " has no entry for it"}}));
    }

    void cocoEntryWithoutFoldersIsPreferredAndAmbiguousOnesAreNotGuessed() {
        add({"images/a.jpg", "images/b.jpg"});
        write("coco.json", toCocoJson({{"day/a.jpg", 10, 20, {{1, 2, 3, 4}}},
                                       {"night/a.jpg", 10, 20, {}},
                                       {"old/b.jpg", 10, 20, {}},
                                       {"b.jpg", 10, 20, {{5, 6, 7, 8}}}}));
        const auto plan = planBuild(images(), {GroundTruthFormat::Coco, root() / "coco.json"});
        QVERIFY(plan.has_value());
        QCOMPARE(plan->images.size(), std::size_t(1));
        QCOMPARE(plan->groundTruth->boxesOf("b.jpg", {20, 20}).error().code, ErrorCode::OutOfRange);
        QCOMPARE(plan->groundTruth->boxesOf("b.jpg", {10, 20}).value().boxes,
                 (std::vector<Box>{{5, 6, 5, 8}}));
        QCOMPARE(plan->skipped,
                 (std::vector<SkippedFile>{
                     {"a.jpg", (root() / "coco.json").string() +
                                   " has 2 entries for that name, day/a.jpg and night/a.jpg among them"}}));
    }

    void cocoEntryOfTheFoldersOwnPathIsPreferred() {
        add({"images/a.jpg"});
        write("coco.json", toCocoJson({{"night/a.jpg", 10, 20, {}},
                                       {"images/a.jpg", 10, 20, {{1, 2, 3, 4}}},
                                       {"../images/a.jpg", 10, 20, {}}}));
        const auto boxes = [&](const fs::path& folder) {
            const auto plan = planBuild(folder, {GroundTruthFormat::Coco, root() / "coco.json"});
            return plan.has_value() ? plan->groundTruth->boxesOf("a.jpg", {10, 20}).value().boxes
                                    : std::vector<Box>();
        };
        QCOMPARE(boxes(images()), (std::vector<Box>{{1, 2, 3, 4}}));
        QCOMPARE(boxes(images() / ".." / "images" / ""), (std::vector<Box>{{1, 2, 3, 4}}));
    }

    void cocoEntryOfASubfolderIsSaidToBeThere() {
        fs::create_directory(images() / "day");
        add({"images/a.jpg", "images/day/d.jpg", "outside.jpg"});
        const std::string file = (root() / "coco.json").string();
        const std::string outside = (root() / "outside.jpg").string();
        write("coco.json", toCocoJson({{"a.jpg", 1, 1, {}},
                                       {"day/d.jpg", 1, 1, {}},
                                       {"../outside.jpg", 1, 1, {}},
                                       {"day/../../outside.jpg", 1, 1, {}},
                                       {outside, 1, 1, {}}}));
        const auto plan = planBuild(images(), {GroundTruthFormat::Coco, file});
        QVERIFY(plan.has_value());
        const std::string isElsewhere = file + " names it, and it is not in " + images().string();
        QCOMPARE(plan->skipped,
                 (std::vector<SkippedFile>{{"../outside.jpg", isElsewhere},
                                           {outside, isElsewhere},
                                           {"day/../../outside.jpg", isElsewhere},
                                           {"day/d.jpg", "it is in a sub-folder, which is not looked into; "
                                                         "build from " +
                                                             (images() / "day").string() + " for it"}}));
    }

    void groundTruthWithoutAnImageIsListed() {
        add({"images/a.jpg", "labels/a.txt", "labels/b.txt", "labels/a.xml", "labels/c.xml"});
        write("coco.json", toCocoJson({{"a.jpg", 1, 1, {}}, {"day/d.jpg", 1, 1, {}}}));
        const auto skippedWith = [&](const GroundTruthSource& source) {
            const auto plan = planBuild(images(), source);
            return plan ? plan->skipped : std::vector<SkippedFile>{{"failed", plan.error().message()}};
        };
        const fs::path labels = root() / "labels";
        const std::string noImage = "there is no image for it in " + images().string();
        QCOMPARE(skippedWith({GroundTruthFormat::Yolo, labels}),
                 (std::vector<SkippedFile>{{(labels / "b.txt").string(), noImage}}));
        QCOMPARE(skippedWith({GroundTruthFormat::Voc, labels}),
                 (std::vector<SkippedFile>{{(labels / "c.xml").string(), noImage}}));
        QCOMPARE(skippedWith({GroundTruthFormat::Coco, root() / "coco.json"}),
                 (std::vector<SkippedFile>{{"day/d.jpg", (root() / "coco.json").string() +
                                                             " names it, and it is not in " +
                                                             images().string()}}));
    }

    void imagesWithoutLabelsAreListed() {
        add({"images/a.jpg", "images/b.jpg", "labels/a.txt", "labels/a.xml"});
        const fs::path labels = root() / "labels";
        QCOMPARE(
            planBuild(images(), {GroundTruthFormat::Yolo, labels})->skipped,
            (std::vector<SkippedFile>{{"b.jpg", "it has no label file (b.txt in " + labels.string() + ")"}}));
        QCOMPARE(
            planBuild(images(), {GroundTruthFormat::Voc, labels})->skipped,
            (std::vector<SkippedFile>{{"b.jpg", "it has no annotation (b.xml in " + labels.string() + ")"}}));
    }

    void groundTruthBesideItsPhotographsIsNoStrayFile() {
        add({"images/a.jpg", "images/a.txt", "images/b.TXT"});
        const auto labels = planBuild(images(), {GroundTruthFormat::Yolo, images()});
        QVERIFY(labels.has_value());
        QCOMPARE(labels->images.size(), std::size_t(1));
        QCOMPARE(labels->skipped,
                 (std::vector<SkippedFile>{
                     {(images() / "b.TXT").string(), "there is no image for it in " + images().string()}}));
        fs::remove(images() / "a.txt");
        fs::remove(images() / "b.TXT");
        write("images/coco.json", toCocoJson({{"a.jpg", 1, 1, {}}}));
        const auto coco = planBuild(images(), {GroundTruthFormat::Coco, images() / "coco.json"});
        QVERIFY(coco.has_value());
        QVERIFY(coco->skipped.empty());
    }

    void longNamesLeaveRoomForTheRestOfACropsName() {
        const std::string letters(199, 'w');
        const std::string umlauts = letters + "\u00e4\u00f6\u00fc.jpg"; // two bytes a letter
        add({"images/short_\u00e4.jpg", "masks/short_\u00e4.png"});
        for (const std::string& name : {umlauts, letters + "ab.jpg", letters + "ac.jpg"}) {
            write("images/" + name, "x");
            write("masks/" + fs::path(name).stem().string() + ".png", "x");
        }
        const auto plan = planBuild(images(), {GroundTruthFormat::Masks, masks()});
        QVERIFY(plan.has_value());
        std::vector<std::string> sources;
        for (const PlannedImage& image : plan->images) {
            sources.push_back(image.source);
        }
        QCOMPARE(sources,
                 (std::vector<std::string>{"short_\u00e4", letters + "a", letters + "a_2", letters}));
        QVERIFY(plan->skipped.empty());
    }

    void missingFoldersAreNotFound() {
        add({"images/a.jpg"});
        QCOMPARE(planBuild(root() / "none", {GroundTruthFormat::Masks, masks()}).error(),
                 (Error{ErrorCode::NotFound, (root() / "none").string(), "the folder does not exist", ""}));
        QCOMPARE(planBuild(images(), {GroundTruthFormat::Masks, root() / "none"}).error().code,
                 ErrorCode::NotFound);
        QCOMPARE(planBuild(images(), {GroundTruthFormat::Coco, root() / "none.json"}).error().code,
                 ErrorCode::NotFound);
        QCOMPARE(planBuild(images() / "a.jpg", {GroundTruthFormat::Masks, masks()}).error().cause,
                 "it is not a folder");
    }

    void forbiddenFolderIsUnreadable() {
        add({"images/a.jpg", "masks/a.png"});
        fs::permissions(root(), fs::perms::all);
        fs::permissions(images(), fs::perms::none);
        const test::Unprivileged unprivileged;
        const Error error = planBuild(images(), {GroundTruthFormat::Masks, masks()}).error();
        QCOMPARE(error.code, ErrorCode::Unreadable);
        QCOMPARE(error.cause, std::string("the folder cannot be read: Permission denied"));
        QCOMPARE(planBuild(images() / "inner", {GroundTruthFormat::Masks, masks()}).error(),
                 (Error{ErrorCode::Unreadable, (images() / "inner").string(),
                        "the folder cannot be read: Permission denied", ""}));
    }

    void nothingToWorkWithIsEmpty() {
        QCOMPARE(planBuild(images(), {GroundTruthFormat::Masks, masks()}).error(),
                 (Error{ErrorCode::Empty, images().string(), "it holds no images", ""}));
        fs::create_symlink(root() / "absent.jpg", images() / "link.jpg");
        QCOMPARE(planBuild(images(), {GroundTruthFormat::Masks, masks()}).error().cause,
                 std::string("it holds no images; link.jpg: it is a link to a file that does not exist"));
        add({"images/LICENSE", "images/a.jpg"});
        const Error error = planBuild(images(), {GroundTruthFormat::Masks, masks()}).error();
        QCOMPARE(error.code, ErrorCode::Empty);
        QCOMPARE(
            error.cause,
            "none of its images (1) has ground truth; a.jpg: it has no mask (a.png or another image in " +
                masks().string() + ")");
    }

private:
    fs::path root() const { return m_folder->path().toStdString(); }
    fs::path images() const { return root() / "images"; }
    fs::path masks() const { return root() / "masks"; }

    /// The masks are no images, so reading one fails and names it.
    static fs::path maskOf(const BuildPlan& plan, std::size_t image) {
        return plan.groundTruth->boxesOf(plan.images.at(image).file.filename(), {}).error().subject.str();
    }

    void write(const std::string& name, const std::string& text) const {
        if (!writeFileAtomically(root() / name, text)) {
            qFatal("cannot write a test file");
        }
    }

    void add(std::initializer_list<const char*> names) const {
        for (const char* name : names) {
            write(name, "x");
        }
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

QTEST_GUILESS_MAIN(tst_BuildPlan)
#include "tst_BuildPlan.moc"
