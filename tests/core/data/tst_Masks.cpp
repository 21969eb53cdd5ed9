#include "core/base/Files.h"
#include "core/data/ImageFile.h"
#include "core/data/Masks.h"
#include "tests/support/TestImages.h"

#include <QTemporaryDir>
#include <QTest>
#include <nlohmann/json.hpp>

#include <algorithm>

using namespace fissure;

namespace {

const std::filesystem::path kData = std::filesystem::path(FISSURE_SOURCE_DIR) / "tests" / "data";
const std::filesystem::path kFixtures = kData / "mask_boxes";

GrayImage blank(int width, int height) {
    return {width, height, std::vector<std::uint8_t>(static_cast<std::size_t>(width * height), 0)};
}

void fill(GrayImage& mask, const Box& box) {
    for (int y = box.y; y < box.y + box.height; ++y) {
        std::fill_n(mask.gray.begin() + y * mask.width + box.x, box.width, std::uint8_t{255});
    }
}

} // namespace

/// Masks and boxes to compare with come from OpenCV's Python binding (tests/reference/mask_boxes.py).
class tst_Masks : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void boxesAreThoseOfTheReference_data() {
        QTest::addColumn<std::string>("name");
        QTest::addColumn<std::vector<Box>>("expected");
        const auto text = readTextFile(kFixtures / "boxes.json");
        QVERIFY(text.has_value());
        const auto document = nlohmann::json::parse(*text);
        for (const auto& [name, boxes] : document.items()) {
            std::vector<Box> expected;
            for (const auto& box : boxes) {
                expected.push_back({box[0], box[1], box[2], box[3]});
            }
            QTest::newRow(name.c_str()) << name << expected;
        }
    }
    void boxesAreThoseOfTheReference() {
        QFETCH(std::string, name);
        QFETCH(std::vector<Box>, expected);
        const auto mask = readMask(kFixtures / (name + ".png"));
        QVERIFY(mask.has_value());
        QCOMPARE(boxesFromMask(*mask), expected);
    }

    void everyNumberCanBeSet() {
        GrayImage mask = blank(100, 60);
        fill(mask, {10, 10, 3, 3});
        fill(mask, {40, 10, 20, 20});
        fill(mask, {66, 10, 20, 20});
        const MaskBoxSettings loose{
            .closingPx = 1, .threshold = 254, .minimumAreaPx = 8, .mergeDistancePx = 0};
        QCOMPARE(boxesFromMask(mask, loose),
                 (std::vector<Box>{{10, 10, 3, 3}, {40, 10, 20, 20}, {66, 10, 20, 20}}));
        QCOMPARE(
            boxesFromMask(mask, {.closingPx = 1, .threshold = 254, .minimumAreaPx = 9, .mergeDistancePx = 0}),
            (std::vector<Box>{{40, 10, 20, 20}, {66, 10, 20, 20}}));
        QCOMPARE(
            boxesFromMask(mask, {.closingPx = 1, .threshold = 127, .minimumAreaPx = 9, .mergeDistancePx = 7}),
            (std::vector<Box>{{40, 10, 46, 20}}));
        QVERIFY(boxesFromMask(mask, {.closingPx = 1, .threshold = 255}).empty());
    }

    void maskFileOfThePhotographsSizeGivesItsBoxes() {
        GrayImage mask = blank(60, 40);
        const auto empty = written(mask);
        QCOMPARE(readMaskBoxes(empty, {60, 40}).value(), GroundTruth{});
        fill(mask, {10, 10, 20, 10});
        QCOMPARE(readMaskBoxes(written(mask), {60, 40}).value().boxes, (std::vector<Box>{{10, 10, 20, 10}}));
    }

    void maskOfAnotherSizeIsOutOfRange() {
        const auto file = written(blank(60, 40));
        QCOMPARE(readMaskBoxes(file, {40, 60}).error(),
                 (Error{ErrorCode::OutOfRange, file.string(),
                        "the mask has 60 x 40 pixels, its image 40 x 60", ""}));
    }

    void classNumbersAreAMaskWhereTheThresholdIsBelowThem() {
        GrayImage mask = blank(60, 40);
        fill(mask, {10, 10, 20, 10});
        std::ranges::replace(mask.gray, std::uint8_t{255}, std::uint8_t{1});
        const auto file = written(mask);
        QCOMPARE(readMaskBoxes(file, {60, 40}).error(),
                 (Error{ErrorCode::OutOfRange, file.string(),
                        "no pixel of the mask is above the threshold 127; its highest value is 1", ""}));
        QCOMPARE(readMaskBoxes(file, {60, 40}, {.threshold = 0}).value().boxes,
                 (std::vector<Box>{{10, 10, 20, 10}}));
    }

    void masksOfEveryDepthGiveTheirBoxes_data() {
        QTest::addColumn<std::string>("name");
        QTest::newRow("0 and 65535") << std::string("mask_16bit.png");
        QTest::newRow("0 and 255 in 16 bits") << std::string("mask_16bit_low.png");
        QTest::newRow("0 and 255 in 16 bits, TIFF") << std::string("mask_16bit_low.tif");
        QTest::newRow("white, opaque throughout") << std::string("mask_opaque.png");
        QTest::newRow("black on a transparent layer") << std::string("mask_alpha.png");
        QTest::newRow("white with an alpha channel") << std::string("mask_gray_alpha.png");
    }
    void masksOfEveryDepthGiveTheirBoxes() {
        QFETCH(std::string, name);
        const auto boxes = readMaskBoxes(kData / "images" / name, {16, 12}, {.closingPx = 1});
        QVERIFY2(boxes.has_value(), boxes ? "" : boxes.error().message().c_str());
        QCOMPARE(boxes->boxes, (std::vector<Box>{{4, 3, 8, 6}}));
    }

    void photographIsNoMask_data() {
        QTest::addColumn<std::string>("name");
        for (const char* name :
             {"kind.png", "kind_16bit.png", "kind_gray.jpg", "kind_palette.png", "kind.webp"}) {
            QTest::newRow(name) << std::string(name);
        }
    }
    void photographIsNoMask() {
        QFETCH(std::string, name);
        const auto file = kData / "images" / name;
        QCOMPARE(
            readMaskBoxes(file, {24, 16}, {.threshold = 0}).error(),
            (Error{ErrorCode::OutOfRange, file.string(),
                   "it is a photograph, not a mask: most of its pixels are grey and unlike the one beside "
                   "them",
                   ""}));
    }

    void greyGroundSoftEdgesAndLossesMakeNoPhotograph() {
        GrayImage mask = blank(120, 80);
        std::ranges::fill(mask.gray, std::uint8_t{100});
        fill(mask, {40, 20, 30, 40});
        for (int step = 1; step < 8; ++step) {
            for (int y = 20; y < 60; ++y) {
                mask.gray[static_cast<std::size_t>(y * mask.width + 40 - step)] =
                    static_cast<std::uint8_t>(255 - 19 * step);
            }
        }
        for (const char* name : {"mask.png", "mask.jpg"}) {
            const auto boxes = readMaskBoxes(written(mask, name), {120, 80});
            QVERIFY2(boxes.has_value(), boxes ? "" : boxes.error().message().c_str());
            QCOMPARE(boxes->boxes.size(), std::size_t(1));
        }
    }

    void masksOfRealPhotographsAreMasks() {
        const auto photographs = test::realPhotographs();
        if (photographs.empty()) {
            QSKIP("the photographs uav75 are not here");
        }
        int photographsRefused = 0;
        for (const auto& entry : std::filesystem::directory_iterator(photographs / "train" / "masks")) {
            const auto stem = entry.path().stem().string() + ".jpg";
            const ImageSize size = readImageSize(entry.path()).value();
            QVERIFY2(readMaskBoxes(entry.path(), size).has_value(), entry.path().c_str());
            photographsRefused += readMaskBoxes(photographs / "train" / "images" / stem, size) ? 0 : 1;
        }
        QVERIFY(photographsRefused > 40);
    }

    void masksOfFractionsAreRefused() {
        const auto file = kData / "images" / "mask_float.tif";
        QCOMPARE(readMaskBoxes(file, {16, 12}).error(),
                 (Error{ErrorCode::WrongFormat, file.string(),
                        "it has 32 bits a channel; masks of 1, 8 and 16 bits are read", ""}));
    }

    void coloursOfAPaletteAreNoMaskUnlessTheThresholdIsBelowThem() {
        const auto file = kData / "images" / "mask_palette.png"; // class 1 of Pascal VOC: (128, 0, 0)
        QCOMPARE(readMaskBoxes(file, {16, 12}).error(),
                 (Error{ErrorCode::OutOfRange, file.string(),
                        "no pixel of the mask is above the threshold 127; its highest value is 38", ""}));
        QCOMPARE(readMaskBoxes(file, {16, 12}, {.closingPx = 1, .threshold = 30}).value().boxes,
                 (std::vector<Box>{{4, 3, 8, 6}}));
    }

    void blackOfAJpegNeedNotBeAllBlack() {
        GrayImage mask = blank(60, 40);
        std::ranges::fill(mask.gray, std::uint8_t{3});
        QCOMPARE(readMaskBoxes(written(mask, "mask.jpg"), {60, 40}).value(), GroundTruth{});
        std::ranges::fill(mask.gray, std::uint8_t{38});
        QCOMPARE(readMaskBoxes(written(mask, "mask.jpg"), {60, 40}).error().code, ErrorCode::OutOfRange);
    }

    void missingMaskFileIsNotFound() {
        QCOMPARE(readMaskBoxes("/nonexistent/mask.png", {1, 1}).error().code, ErrorCode::NotFound);
    }

    void maskWithoutPixelsHasNoBoxes() { QVERIFY(boxesFromMask({}).empty()); }

    void fullMaskIsOneBox() {
        GrayImage mask = blank(30, 20);
        fill(mask, {0, 0, 30, 20});
        QCOMPARE(boxesFromMask(mask), (std::vector<Box>{{0, 0, 30, 20}}));
    }

    void intersectionOverUnionIsExact() {
        QCOMPARE(intersectionOverUnion({0, 0, 10, 10}, {0, 0, 10, 10}), 1.0);
        QCOMPARE(intersectionOverUnion({0, 0, 10, 10}, {5, 0, 10, 10}), 50.0 / 150.0);
        QCOMPARE(intersectionOverUnion({0, 0, 10, 10}, {10, 0, 10, 10}), 0.0);
        QCOMPARE(intersectionOverUnion({0, 0, 10, 10}, {3, 3, 0, 5}), 0.0);
        QCOMPARE(intersectionOverUnion({0, 0, 60000, 60000}, {0, 0, 60000, 30000}), 0.5);
    }

private:
    std::filesystem::path written(const GrayImage& mask, const char* name = "mask.png") const {
        const auto file = std::filesystem::path(m_folder.path().toStdString()) / name;
        if (!writeMask(file, mask)) {
            qFatal("cannot write a test mask");
        }
        return file;
    }

    QTemporaryDir m_folder;
};

QTEST_GUILESS_MAIN(tst_Masks)
#include "tst_Masks.moc"
