#include "core/base/Files.h"
#include "core/data/Manifest.h"

#include <QTemporaryDir>
#include <QTest>

#include <cmath>

using namespace fissure;
namespace fs = std::filesystem;

class tst_Manifest : public QObject {
    Q_OBJECT

    Result<std::vector<ManifestRow>> readBack(const std::string& text) {
        if (!writeFileAtomically(folder() / kManifestFile, text)) {
            qFatal("cannot write a test file");
        }
        std::vector<ManifestRow> rows;
        return visitManifest(folder(), [&](ManifestRow&& row) { rows.push_back(std::move(row)); }).map([&] {
            return rows;
        });
    }

    fs::path folder() const { return m_folder.path().toStdString(); }

private Q_SLOTS:
    void rowsAreReadBackAsWritten() {
        const std::vector<ManifestRow> rows{
            {"a.0.0_33.0.jpg", "../images/a.jpg", 4000, 3000, {1, 2, 3, 4}, 1.0 / 3.0, 2, Box{5, 6, 7, 8}},
            {"b, \"c\".1.0_0.0.jpg",
             "/x/y, \"z\"\nw.jpg",
             1,
             2,
             {0, 0, 1, 2},
             0.0,
             std::nullopt,
             std::nullopt},
            {"c.2.0_5.1.jpg", " spaced ", 9, 9, {0, 0, 9, 9}, std::nextafter(0.5, 1.0), 0, Box{0, 0, 9, 9}}};
        std::string text = manifestHeading();
        for (const ManifestRow& row : rows) {
            text += toCsvLine(row);
        }
        const auto read = readBack(text);
        QVERIFY2(read.has_value(), read ? "" : read.error().message().c_str());
        QCOMPARE(*read, rows);
    }

    void linesOfOtherProgramsAreRead() {
        const auto read =
            readBack("crop,source,source_width,source_height,x,y,width,height,iou,gt_id,gt_x,gt_y,gt_width,"
                     "gt_height\r\n\r\n\"a\",\"b\",1,2,3,4,5,6,0.5,,,,,\r\na,b,1,2,3,4,5,6,1,0,1,1,1,1");
        QVERIFY2(read.has_value(), read ? "" : read.error().message().c_str());
        QCOMPARE(read->size(), std::size_t(2));
        QCOMPARE((*read)[0].iou, 0.5);
        QCOMPARE((*read)[1].groundTruth, (std::optional<Box>({1, 1, 1, 1})));
    }

    void brokenManifestsNameTheLine_data() {
        QTest::addColumn<std::string>("rows");
        QTest::addColumn<std::string>("cause");
        const auto add = [](const char* name, const std::string& rows, const std::string& cause) {
            QTest::newRow(name) << rows << cause;
        };
        const std::string good = "a,b,1,2,3,4,5,6,0.5,,,,,\n";
        add("column missing", good + "a,b,1,2,3,4,5,6,0.5,,,,\n",
            "line 3: there are 13 columns instead of 14");
        add("word for a number", good + good + "a,b,1,2,3,4,5,six,0.5,,,,,\n",
            "line 4: height \"six\" is not a number");
        add("number with a tail", "a,b,1,2,3,4,5,6px,0.5,,,,,\n", "line 2: height \"6px\" is not a number");
        add("IoU above 1", "a,b,1,2,3,4,5,6,1.5,,,,,\n", "line 2: the IoU 1.5 is outside 0 to 1");
        add("IoU not a number", "a,b,1,2,3,4,5,6,nan,,,,,\n", "line 2: the IoU nan is outside 0 to 1");
        add("half a ground truth", "a,b,1,2,3,4,5,6,0.5,1,,,,\n", "line 2: gt_x \"\" is not a number");
        add("quote not closed", good + "\"a,b\n", "line 3: a quoted field does not end");
        add("stray quote", "a\"b,c,1,2,3,4,5,6,0.5,,,,,\n",
            "line 2: error parsing data while strict checking enabled");
        add("line after a line break in quotes", "a,\"b\n\",1,2,3,4,5,6,0.5,,,,,\nx\n",
            "line 4: there are 1 columns instead of 14");
    }
    void brokenManifestsNameTheLine() {
        QFETCH(std::string, rows);
        QFETCH(std::string, cause);
        const auto read = readBack(manifestHeading() + rows);
        QVERIFY(!read);
        QCOMPARE(read.error().code, ErrorCode::WrongFormat);
        QCOMPARE(read.error().subject, (folder() / kManifestFile).string());
        QCOMPARE(read.error().cause, cause);
    }

    void otherColumnsAreNoManifest() {
        QCOMPARE(readBack("name,x,y\n").error().cause, "line 1: the columns are not those of a manifest");
        QCOMPARE(readBack("").error().cause, "line 0: the heading is missing");
    }

    void missingManifestIsNotFound() {
        const auto visited = visitManifest("/nonexistent", [](ManifestRow&&) {});
        QVERIFY(!visited);
        QCOMPARE(visited.error().code, ErrorCode::NotFound);
    }

private:
    QTemporaryDir m_folder;
};

QTEST_GUILESS_MAIN(tst_Manifest)
#include "tst_Manifest.moc"
