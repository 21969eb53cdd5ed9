#include "core/base/Files.h"
#include "core/data/BoxesFile.h"
#include "core/data/Coco.h"
#include "core/data/ImageFile.h"
#include "tests/support/TestImages.h"

#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <memory>

using namespace fissure;
namespace fs = std::filesystem;

/// Two photographs of 40 x 40 pixels, a.jpg with a crack and b.jpg without, annotated in every format.
class tst_BoxesFile : public QObject {
    Q_OBJECT

    fs::path root() const { return m_folder->path().toStdString(); }
    fs::path out() const { return root() / "boxes.json"; }

    void write(const std::string& name, const std::string& text) const {
        if (!writeFileAtomically(root() / name, text)) {
            qFatal("cannot write a test file");
        }
    }

    void drawPhotograph(const std::string& name) const {
        if (!writeImage(root() / "images" / name, test::drawCrop(40, false, 1))) {
            qFatal("cannot write a test photograph");
        }
    }

    void drawMask(const std::string& name, int crackHeight) const {
        GrayImage mask{40, 40, std::vector<std::uint8_t>(1600, 0)};
        for (int y = 10; y < 10 + crackHeight; ++y) {
            std::fill_n(mask.gray.begin() + 40 * y + 10, 20, std::uint8_t{255});
        }
        if (!writeMask(root() / "masks" / name, mask)) {
            qFatal("cannot write a test mask");
        }
    }

    BoxesRequest request(GroundTruthFormat format, const std::string& path) const {
        return {root() / "images", {format, root() / path}, {}, out()};
    }

private Q_SLOTS:
    void init() {
        m_folder = std::make_unique<QTemporaryDir>();
        for (const char* folder : {"images", "masks", "labels", "annotations"}) {
            fs::create_directory(root() / folder);
        }
        drawPhotograph("a.jpg");
        drawPhotograph("b.jpg");
        drawMask("a.png", 6);
        drawMask("b.png", 0);
        write("labels/a.txt", "0 0.5 0.325 0.5 0.15\n");
        write("labels/b.txt", "");
        write("annotations/a.xml", "<annotation><object><bndbox><xmin>11</xmin><ymin>11</ymin>"
                                   "<xmax>30</xmax><ymax>16</ymax></bndbox></object></annotation>");
        write("annotations/b.xml", "<annotation/>");
        write("coco.json", toCocoJson({{"a.jpg", 40, 40, {{10, 10, 20, 6}}}, {"b.jpg", 40, 40, {}}}));
    }

    void everyFormatGivesTheSameFile_data() {
        QTest::addColumn<GroundTruthFormat>("format");
        QTest::addColumn<std::string>("path");
        QTest::newRow("masks") << GroundTruthFormat::Masks << std::string("masks");
        QTest::newRow("COCO") << GroundTruthFormat::Coco << std::string("coco.json");
        QTest::newRow("YOLO") << GroundTruthFormat::Yolo << std::string("labels");
        QTest::newRow("VOC") << GroundTruthFormat::Voc << std::string("annotations");
    }
    void everyFormatGivesTheSameFile() {
        QFETCH(GroundTruthFormat, format);
        QFETCH(std::string, path);
        const auto report = writeBoxes(request(format, path), {}, {});
        QVERIFY2(report.has_value(), report ? "" : report.error().message().c_str());
        QCOMPARE(report->file, out());
        QCOMPARE(report->imagesFound, std::int64_t(2));
        QCOMPARE(report->imagesUsed, std::int64_t(2));
        QCOMPARE(report->imagesWithoutBoxes, std::int64_t(1));
        QCOMPARE(report->boxes, std::int64_t(1));
        QCOMPARE(report->clippedBoxes, std::int64_t(0));
        QVERIFY(report->skipped.empty() && report->refusedBoxes.empty());
        QCOMPARE(readTextFile(out()).value(), readTextFile(root() / "coco.json").value());
    }

    void masksAreReadAsTheSettingsSay() {
        BoxesRequest large = request(GroundTruthFormat::Masks, "masks");
        large.mask.minimumAreaPx = 120;
        const auto report = writeBoxes(large, {}, {});
        QVERIFY(report.has_value());
        QCOMPARE(report->boxes, std::int64_t(0));
    }

    void whatCannotBeUsedIsListedAndCounted() {
        write("images/c.jpg", "no image");
        write("labels/c.txt", "");
        drawPhotograph("d.jpg");
        write("labels/d.txt", "0 0.5\n");
        write("labels/b.txt", "0 0.9 0.5 0.4 0.2\n0 0.5 0.5 0 0\n");
        write("labels/e.txt", "");
        const auto report = writeBoxes(request(GroundTruthFormat::Yolo, "labels"), {}, {});
        QVERIFY2(report.has_value(), report ? "" : report.error().message().c_str());
        QCOMPARE(report->imagesFound, std::int64_t(4));
        QCOMPARE(report->imagesUsed, std::int64_t(2));
        QCOMPARE(report->imagesFailed, std::int64_t(2));
        QCOMPARE(report->boxes, std::int64_t(2));
        QCOMPARE(report->clippedBoxes, std::int64_t(1));
        QCOMPARE(report->refusedBoxes,
                 (std::vector<SkippedFile>{{"b.jpg", "b.txt, line 2: the box [20, 20, 0, 0] has no area"}}));
        QCOMPARE(report->skipped,
                 (std::vector<SkippedFile>{
                     {(root() / "labels" / "e.txt").string(),
                      "there is no image for it in " + (root() / "images").string()},
                     {"c.jpg", "it is not an image (its content is none of JPEG, PNG, BMP, TIFF and WebP)"},
                     {"d.jpg",
                      "d.txt: line 1: a box has 5 values, a polygon 7, 9, 11 and so on; there are 2 here"}}));
    }

    void photographsOfOneStemStayApart() {
        if (!writeImage(root() / "images" / "a.png", test::drawCrop(40, false, 2))) {
            qFatal("cannot write a test photograph");
        }
        QVERIFY(writeBoxes(request(GroundTruthFormat::Masks, "masks"), {}, {}).has_value());
        QCOMPARE(readCoco(out()).value(), (std::vector<CocoImage>{{"a.jpg", 40, 40, {{10, 10, 20, 6}}},
                                                                  {"a.png", 40, 40, {{10, 10, 20, 6}}},
                                                                  {"b.jpg", 40, 40, {}}}));
    }

    void namesThatAreNotAsciiAreKept() {
        fs::rename(root() / "images" / "a.jpg", root() / "images" / "\u0142ata \u6a4b.jpg");
        fs::rename(root() / "labels" / "a.txt", root() / "labels" / "\u0142ata \u6a4b.txt");
        QVERIFY(writeBoxes(request(GroundTruthFormat::Yolo, "labels"), {}, {}).has_value());
        const auto images = readCoco(out()).value();
        QCOMPARE(images.size(), std::size_t(2));
        QCOMPARE(images[1], (CocoImage{"\u0142ata \u6a4b.jpg", 40, 40, {{10, 10, 20, 6}}}));
        fs::rename(out(), root() / "again.json");
        QVERIFY(writeBoxes(request(GroundTruthFormat::Coco, "again.json"), {}, {}).has_value());
        QCOMPARE(readCoco(out()).value(), images);
    }

    void progressIsReportedByPhotograph() {
        std::vector<std::pair<std::int64_t, std::int64_t>> calls;
        const auto report =
            writeBoxes(request(GroundTruthFormat::Masks, "masks"),
                       [&](std::int64_t done, std::int64_t total) { calls.emplace_back(done, total); }, {});
        QVERIFY(report.has_value());
        QCOMPARE(calls, (std::vector<std::pair<std::int64_t, std::int64_t>>{{1, 2}, {2, 2}}));
    }

    void stopWritesNothing() {
        std::stop_source stop;
        const auto report = writeBoxes(
            request(GroundTruthFormat::Masks, "masks"),
            [&](std::int64_t, std::int64_t) { stop.request_stop(); }, stop.get_token());
        QVERIFY(!report);
        QCOMPARE(report.error().code, ErrorCode::Stopped);
        QVERIFY(!fs::exists(out()));
    }

    void sourceIsNotReplaced() {
        BoxesRequest over = request(GroundTruthFormat::Coco, "coco.json");
        over.out = root() / "images" / ".." / "coco.json";
        const auto before = readTextFile(root() / "coco.json").value();
        const auto report = writeBoxes(over, {}, {});
        QVERIFY(!report);
        QCOMPARE(report.error(), (Error{ErrorCode::OutOfRange, over.out.string(),
                                        "the boxes are read from this file, and writing would replace it",
                                        "choose another file"}));
        QCOMPARE(readTextFile(root() / "coco.json").value(), before);
    }

    void imagesAndAnnotationsAreNotReplaced_data() {
        QTest::addColumn<GroundTruthFormat>("format");
        QTest::addColumn<std::string>("path");
        QTest::addColumn<std::string>("file");
        QTest::newRow("photograph") << GroundTruthFormat::Coco << std::string("coco.json")
                                    << std::string("images/b.jpg");
        QTest::newRow("mask") << GroundTruthFormat::Masks << std::string("masks")
                              << std::string("masks/a.png");
        QTest::newRow("label file") << GroundTruthFormat::Yolo << std::string("labels")
                                    << std::string("labels/a.txt");
        QTest::newRow("annotation") << GroundTruthFormat::Voc << std::string("annotations")
                                    << std::string("annotations/b.xml");
    }
    void imagesAndAnnotationsAreNotReplaced() {
        QFETCH(GroundTruthFormat, format);
        QFETCH(std::string, path);
        QFETCH(std::string, file);
        BoxesRequest over = request(format, path);
        over.out = root() / file;
        const auto before = readFile(over.out).value();
        const auto report = writeBoxes(over, {}, {});
        QVERIFY(!report);
        QCOMPARE(report.error().code, ErrorCode::OutOfRange);
        QCOMPARE(report.error().advice, "choose another file");
        QCOMPARE(readFile(over.out).value(), before);
    }

    void earlierFileOfBoxesIsReplaced() {
        write("labels/boxes.json", "earlier");
        BoxesRequest again = request(GroundTruthFormat::Yolo, "labels");
        again.out = root() / "labels" / "boxes.json";
        QVERIFY(writeBoxes(again, {}, {}).has_value());
        QCOMPARE(readCoco(again.out)->size(), std::size_t(2));
    }

    void noUsablePhotographIsEmptyAndWritesNothing() {
        write("images/a.jpg", "no image");
        write("images/b.jpg", "no image");
        const auto report = writeBoxes(request(GroundTruthFormat::Masks, "masks"), {}, {});
        QVERIFY(!report);
        QCOMPARE(report.error(),
                 (Error{ErrorCode::Empty, (root() / "images").string(),
                        "none of its images (2) can be used; a.jpg: it is not an image (its content is none "
                        "of JPEG, PNG, BMP, TIFF and WebP)",
                        ""}));
        QVERIFY(!fs::exists(out()));
    }

    void placeThatTakesNoFileIsUnwritableBeforeAnythingIsRead() {
        BoxesRequest into = request(GroundTruthFormat::Masks, "masks");
        const auto neverRead = [](std::int64_t, std::int64_t) { QFAIL("a photograph was read"); };
        for (const fs::path& folder : {root(), root() / "masks" / "", root() / "absent" / ""}) {
            into.out = folder;
            QCOMPARE(writeBoxes(into, neverRead, {}).error(),
                     (Error{ErrorCode::Unwritable, folder.string(), "it is a folder", "name a file in it"}));
        }
        into.out = "/dev/null";
        QCOMPARE(writeBoxes(into, neverRead, {}).error(),
                 (Error{ErrorCode::Unwritable, "/dev/null", "it is not a regular file", ""}));
    }

    void folderThatIsMissingIsUnwritable() {
        BoxesRequest into = request(GroundTruthFormat::Masks, "masks");
        into.out = root() / "absent" / "boxes.json";
        const auto neverRead = [](std::int64_t, std::int64_t) { QFAIL("a photograph was read"); };
        QCOMPARE(writeBoxes(into, neverRead, {}).error(),
                 (Error{ErrorCode::Unwritable, into.out.string(),
                        "it cannot be written: No such file or directory", ""}));
    }

private:
    std::unique_ptr<QTemporaryDir> m_folder;
};

QTEST_GUILESS_MAIN(tst_BoxesFile)
#include "tst_BoxesFile.moc"
