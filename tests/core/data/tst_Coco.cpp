#include "core/base/Files.h"
#include "core/data/Coco.h"

#include <QTemporaryDir>
#include <QTest>

using namespace fissure;
namespace fs = std::filesystem;

class tst_Coco : public QObject {
    Q_OBJECT

    Result<std::vector<CocoImage>> read(const std::string& text) const {
        if (!writeFileAtomically(file(), text)) {
            qFatal("cannot write a test file");
        }
        return readCoco(file());
    }

    fs::path file() const { return fs::path(m_folder.path().toStdString()) / "coco.json"; }

private Q_SLOTS:
    void writtenFilesAreReadBack() {
        const std::vector<CocoImage> images{{"a.jpg", 640, 480, {{1, 2, 30, 40}, {100, 100, 5, 5}}},
                                            {"no crack.png", 10, 20, {}}};
        const auto back = read(toCocoJson(images));
        QVERIFY2(back.has_value(), back ? "" : back.error().message().c_str());
        QCOMPARE(*back, images);
    }

    void imageWithoutCracksGetsAnEmptyBox() {
        QVERIFY(toCocoJson({{"a.jpg", 1, 1, {}}}).find("\"bbox\": []") != std::string::npos);
    }

    void filesOfOtherToolsAreRead() {
        const auto images = read(R"({
            "info": {"year": 2024},
            "images": [{"id": "seven", "file_name": "sub/a.jpg"}, {"id": 8, "file_name": "b.jpg", "width": 5, "height": 6}],
            "annotations": [
                {"id": 1, "image_id": "seven", "category_id": 3, "bbox": [1.4, 2.5, 10.2, 9.6]},
                {"id": 2, "image_id": "seven", "bbox": [0, 0, 0, 0]},
                {"id": 3, "image_id": 8, "bbox": [-0.4, 0.2, 3, 3], "segmentation": []},
                {"id": 4, "image_id": 8, "bbox": [], "segmentation": []},
                {"id": 5, "image_id": 8, "bbox": [9, 9, -3, 4]}]})");
        QVERIFY2(images.has_value(), images ? "" : images.error().message().c_str());
        // Edges are rounded: 1.4 -> 1, 11.6 -> 12; 2.5 -> 3, 12.1 -> 12.
        QCOMPARE(*images, (std::vector<CocoImage>{{"sub/a.jpg", 0, 0, {{1, 3, 11, 9}}},
                                                  {"b.jpg", 5, 6, {{0, 0, 3, 3}, {9, 9, -3, 4}}}}));
    }

    void missingBoxIsThatOfThePolygons() {
        const auto images = read(R"({
            "images": [{"id": 1, "file_name": "a.jpg"}],
            "annotations": [
                {"image_id": 1, "segmentation": [[10, 20, 30.2, 25, 12, 40], [50, 22, 60, 22, 60, 24.6]]},
                {"image_id": 1, "bbox": [], "segmentation": [[1, 2, 3, 4, 1, 4]]},
                {"image_id": 1, "bbox": [5, 5, 2, 2], "segmentation": [[1, 2, 3, 4, 1, 4]]}]})");
        QVERIFY2(images.has_value(), images ? "" : images.error().message().c_str());
        QCOMPARE(images->front().boxes, (std::vector<Box>{{10, 20, 50, 20}, {1, 2, 2, 2}, {5, 5, 2, 2}}));
    }

    void syntaxErrorNamesLineAndColumn() {
        const auto images = read("{\n  \"images\": [\n    {\"id\": 1,, }\n");
        QVERIFY(!images);
        QCOMPARE(images.error().code, ErrorCode::WrongFormat);
        QCOMPARE(images.error().subject, file().string());
        QVERIFY2(
            images.error().cause.str().starts_with("it is broken JSON at line 3, column 14 (syntax error"),
            images.error().cause.str().c_str());
    }

    void numberThatFitsNowhereIsBroken() {
        const auto images = read("{\"images\":\n [1e999]}");
        QVERIFY(!images);
        QCOMPARE(images.error().cause,
                 Text("it is broken JSON at line 2, column 7 (number overflow parsing '1e999')"));
    }

    void brokenEntriesAreNamed_data() {
        QTest::addColumn<std::string>("text");
        QTest::addColumn<std::string>("cause");
        const auto add = [](const char* name, const std::string& images, const std::string& annotations,
                            const std::string& cause) {
            QTest::newRow(name) << "{\"images\": " + images + ", \"annotations\": " + annotations + "}"
                                << cause;
        };
        const std::string image = R"([{"id": 1, "file_name": "a.jpg"}])";
        add("images no list", "{}", "[]", "it has no list \"images\"");
        add("annotations no list", image, "null", "it has no list \"annotations\"");
        add("image no object", "[3]", "[]", "images[0]: it is not an object");
        add("image without id", R"([{"file_name": "a"}])", "[]", "images[0]: it has no id");
        add("image without name", R"([{"id": 1}])", "[]", "images[0]: it has no file_name");
        add("two images of one id", R"([{"id": 1, "file_name": "a"}, {"id": 1, "file_name": "b"}])", "[]",
            "images[1]: it has the id 1 of another image");
        add("annotation without image", image, R"([{"bbox": []}])", "annotations[0]: it has no image_id");
        add("annotation of no image", image, R"([{"image_id": 2, "bbox": []}])",
            "annotations[0]: it names the image 2, which is not there");
        add("annotation without bbox", image, R"([{"image_id": 1}])",
            "annotations[0]: it has neither bbox nor segmentation");
        const std::string noPolygons =
            "annotations[0]: it has no bbox, and its segmentation is no list of polygons "
            "[x1, y1, x2, y2, ...]";
        add("run-length code", image,
            R"([{"image_id": 1, "segmentation": {"counts": [1, 2, 3, 4, 5, 6], "size": [3, 7]}}])",
            noPolygons);
        add("polygon of two points", image, R"([{"image_id": 1, "segmentation": [[1, 2, 3, 4]]}])",
            noPolygons);
        add("polygon of five numbers and a word", image,
            R"([{"image_id": 1, "segmentation": [[1, 2, 3, 4, 5, "6"]]}])", noPolygons);
        add("polygons in one list", image, R"([{"image_id": 1, "segmentation": [1, 2, 3, 4, 5, 6]}])",
            noPolygons);
        add("bbox of three", image, R"([{"image_id": 1, "bbox": [1, 2, 3]}])",
            "annotations[0]: its bbox [1,2,3] is not [x, y, width, height]");
        add("bbox of words", image, R"([{"image_id": 1, "bbox": [1, 2, 3, "4"]}])",
            "annotations[0]: its bbox [1,2,3,\"4\"] is not [x, y, width, height]");
        add("bbox too far away", image, R"([{"image_id": 1, "bbox": [1, 2, 3, 1e300]}])",
            "annotations[0]: its bbox [1,2,3,1e+300] is not [x, y, width, height]");
    }
    void brokenEntriesAreNamed() {
        QFETCH(std::string, text);
        QFETCH(std::string, cause);
        const auto images = read(text);
        QVERIFY(!images);
        QCOMPARE(images.error(), (Error{ErrorCode::WrongFormat, file().string(), cause, ""}));
    }

    void otherJsonIsNoCoco() { QCOMPARE(read("[1, 2]").error().cause, "it has no list \"images\""); }

    void fileWithoutImagesIsEmpty() {
        QCOMPARE(read(R"({"images": [], "annotations": []})").error().code, ErrorCode::Empty);
    }

    void missingFileIsNotFound() {
        QCOMPARE(readCoco("/nonexistent/coco.json").error().code, ErrorCode::NotFound);
    }

private:
    QTemporaryDir m_folder;
};

QTEST_GUILESS_MAIN(tst_Coco)
#include "tst_Coco.moc"
