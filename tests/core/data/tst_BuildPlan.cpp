#include "core/base/Files.h"
#include "core/data/BuildPlan.h"
#include "core/data/Coco.h"
#include "tests/support/Unprivileged.h"

#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace fissure;
namespace fs = std::filesystem;

class tst_BuildPlan : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() {
        m_folder = std::make_unique<QTemporaryDir>();
        fs::create_directories(images());
        fs::create_directories(masks());
    }

    void masksAreFoundByTheStem() {
        add({"images/a.jpg", "images/b.v2.JPG", "masks/a.bmp", "masks/b.v2.png", "masks/a.png",
             "masks/c.png"});
        const auto plan = planBuild(images(), MaskFolder{masks()});
        QVERIFY(plan.has_value());
        QCOMPARE(plan->images.size(), std::size_t(2));
        QCOMPARE(plan->images[0].mask, masks() / "a.bmp");
        QCOMPARE(plan->images[1].mask, masks() / "b.v2.png");
        QCOMPARE(plan->images[1].source, "b.v2");
        QVERIFY(plan->skipped.empty());
    }

    void strayFilesAndImagesWithoutMaskAreListed() {
        add({"images/a.jpg", "images/b.jpg", "images/notes.txt", "images/.hidden.jpg", "masks/a.png"});
        fs::create_directory(images() / "sub.jpg");
        const auto plan = planBuild(images(), MaskFolder{masks()});
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
        const auto plan = planBuild(images(), MaskFolder{masks()});
        QVERIFY(plan.has_value());
        std::vector<std::string> sources;
        for (const PlannedImage& image : plan->images) {
            sources.push_back(image.file.filename().string() + " " + image.source);
        }
        QCOMPARE(sources, (std::vector<std::string>{"a.PNG a_PNG", "a.jpg a_jpg_2", "a.png a_png",
                                                    "a_jpg.jpg a_jpg"}));
    }

    void cocoGivesBoxesAndSizes() {
        add({"images/a.jpg", "images/b.jpg"});
        write("coco.json", toCocoJson({{"somewhere/a.jpg", 10, 20, {{1, 2, 3, 4}}}}));
        const auto plan = planBuild(images(), CocoFile{root() / "coco.json"});
        QVERIFY(plan.has_value());
        QCOMPARE(plan->images.size(), std::size_t(1));
        QCOMPARE(plan->images[0].boxes, (std::vector<Box>{{1, 2, 3, 4}}));
        QCOMPARE(plan->images[0].statedWidth, 10);
        QCOMPARE(plan->images[0].statedHeight, 20);
        QVERIFY(plan->images[0].mask.empty());
        QCOMPARE(plan->skipped, (std::vector<SkippedFile>{
                                    {"b.jpg", (root() / "coco.json").string() + " has no entry for it"}}));
    }

    void missingFoldersAreNotFound() {
        add({"images/a.jpg"});
        QCOMPARE(planBuild(root() / "none", MaskFolder{masks()}).error(),
                 (Error{ErrorCode::NotFound, (root() / "none").string(), "the folder does not exist", ""}));
        QCOMPARE(planBuild(images(), MaskFolder{root() / "none"}).error().code, ErrorCode::NotFound);
        QCOMPARE(planBuild(images(), CocoFile{root() / "none.json"}).error().code, ErrorCode::NotFound);
        QCOMPARE(planBuild(images() / "a.jpg", MaskFolder{masks()}).error().cause, "it is not a folder");
    }

    void forbiddenFolderIsUnreadable() {
        add({"images/a.jpg", "masks/a.png"});
        fs::permissions(root(), fs::perms::all);
        fs::permissions(images(), fs::perms::none);
        const test::Unprivileged unprivileged;
        const Error error = planBuild(images(), MaskFolder{masks()}).error();
        QCOMPARE(error.code, ErrorCode::Unreadable);
        QCOMPARE(error.cause, std::string("the folder cannot be read: Permission denied"));
        QCOMPARE(planBuild(images() / "inner", MaskFolder{masks()}).error(),
                 (Error{ErrorCode::Unreadable, (images() / "inner").string(),
                        "the folder cannot be read: Permission denied", ""}));
    }

    void nothingToWorkWithIsEmpty() {
        QCOMPARE(planBuild(images(), MaskFolder{masks()}).error(),
                 (Error{ErrorCode::Empty, images().string(), "it holds no images", ""}));
        add({"images/a.jpg"});
        const Error error = planBuild(images(), MaskFolder{masks()}).error();
        QCOMPARE(error.code, ErrorCode::Empty);
        QCOMPARE(error.cause,
                 "none of its 1 images has ground truth; a.jpg: it has no mask (a.png or another image in " +
                     masks().string() + ")");
    }

private:
    fs::path root() const { return m_folder->path().toStdString(); }
    fs::path images() const { return root() / "images"; }
    fs::path masks() const { return root() / "masks"; }

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
