#include "core/base/Files.h"
#include "core/data/Yolo.h"

#include <QTemporaryDir>
#include <QTest>

using namespace fissure;
namespace fs = std::filesystem;

/// Labels of a photograph of 200 x 100 pixels.
class tst_Yolo : public QObject {
    Q_OBJECT

    fs::path file() const { return fs::path(m_folder.path().toStdString()) / "wall.txt"; }

    Result<GroundTruth> read(const std::string& text) const {
        if (!writeFileAtomically(file(), text)) {
            qFatal("cannot write a test file");
        }
        return readYolo(file(), {200, 100});
    }

private Q_SLOTS:
    void boxesArePlacedByTheirCentres() {
        const auto labels = read("0 0.5 0.5 0.1 0.2\n1 0.25 0.3 0.5 0.6");
        QVERIFY2(labels.has_value(), labels ? "" : labels.error().message().c_str());
        QCOMPARE(*labels, (GroundTruth{{{90, 40, 20, 20}, {0, 0, 100, 60}}, 0, {}}));
    }

    void polygonsGiveTheirBoundingBox() {
        const auto labels = read("0 0.1 0.2 0.3 0.25 0.15 0.9\n"
                                 "0 0.5 0.5 1 0.5 1 1 0.5 1\n");
        QVERIFY2(labels.has_value(), labels ? "" : labels.error().message().c_str());
        QCOMPARE(*labels, (GroundTruth{{{20, 20, 40, 70}, {100, 50, 100, 50}}, 0, {}}));
    }

    void blanksTabsAndLinesOfWindowsAreRead() {
        const auto marked = read("\xEF\xBB\xBF"
                                 "0 0.5 0.5 0.1 0.2");
        QVERIFY(marked.has_value());
        const auto labels = read("\r\n  0\t0.5  0.5 0.1 0.2 \r\n   \r\n");
        QVERIFY2(labels.has_value(), labels ? "" : labels.error().message().c_str());
        QCOMPARE(labels->boxes, (std::vector<Box>{{90, 40, 20, 20}}));
    }

    void emptyFileIsAnImageWithoutCracks() { QCOMPARE(read("").value(), GroundTruth{}); }

    void boxOverTheEdgeIsClippedAndBoxWithoutAreaRefused() {
        const auto labels = read("0 0.95 0.5 0.2 0.2\n\n0 0.5 0.5 0 0.2\n");
        QVERIFY2(labels.has_value(), labels ? "" : labels.error().message().c_str());
        QCOMPARE(*labels,
                 (GroundTruth{
                     {{170, 40, 30, 20}}, 1, {"wall.txt, line 3: the box [100, 40, 0, 20] has no area"}}));
    }

    void valuesAHairOutsideAreClipped() {
        const auto labels = read("0 0.5 0.5 1.0000001 0.2\n"
                                 "0 -0.01 0.5 0.1 0.2\n"
                                 "0 0.9 0.1 1.02 0.1 1.02 0.3 0.9 0.3\n"
                                 "0 0.5 1.3 0.1 0.2\n");
        QVERIFY2(labels.has_value(), labels ? "" : labels.error().message().c_str());
        QCOMPARE(labels->boxes, (std::vector<Box>{{0, 40, 200, 20}, {0, 40, 8, 20}, {180, 10, 20, 20}}));
        QCOMPARE(labels->clipped, std::int64_t(2));
        QCOMPARE(labels->refused.size(), std::size_t(1));
    }

    void brokenLinesAreNamed_data() {
        QTest::addColumn<std::string>("text");
        QTest::addColumn<std::string>("cause");
        QTest::newRow("class alone")
            << std::string("0\n")
            << std::string("line 1: a box has 5 values, a polygon 7, 9, 11 and so on; there are 1 here");
        QTest::newRow("four values")
            << std::string("0 0.5 0.5 0.1 0.2\n\n0 0.5 0.5 0.1\n")
            << std::string("line 3: a box has 5 values, a polygon 7, 9, 11 and so on; there are 4 here");
        QTest::newRow("even polygon")
            << std::string("0 0.1 0.1 0.2 0.2 0.3 0.3 0.4")
            << std::string("line 1: a box has 5 values, a polygon 7, 9, 11 and so on; there are 8 here");
        QTest::newRow("a word") << std::string("0 0.5 half 0.1 0.2")
                                << std::string("line 1: \"half\" is not a number");
        QTest::newRow("a decimal comma")
            << std::string("0 0,5 0.5 0.1 0.2") << std::string("line 1: \"0,5\" is not a number");
        QTest::newRow("a long word") << std::string(100, 'x')
                                     << "line 1: \"" + std::string(40, 'x') + "\" is not a number";
        QTest::newRow("class below 0")
            << std::string("-1 0.5 0.5 0.1 0.2")
            << std::string("line 1: it starts with -1, which is no number of a class");
        QTest::newRow("no class") << std::string("0.5 0.5 0.5 0.1 0.2")
                                  << std::string("line 1: it starts with 0.5, which is no number of a class");
    }
    void brokenLinesAreNamed() {
        QFETCH(std::string, text);
        QFETCH(std::string, cause);
        const auto labels = read(text);
        QVERIFY(!labels);
        QCOMPARE(labels.error(), (Error{ErrorCode::WrongFormat, file().string(), cause, ""}));
    }

    void valuesThatAreNoFractionsAreOutOfRange_data() {
        QTest::addColumn<std::string>("value");
        QTest::newRow("pixels") << std::string("120");
        QTest::newRow("negative") << std::string("-1.5");
        QTest::newRow("few pixels") << std::string("3");
        QTest::newRow("endless") << std::string("inf");
        QTest::newRow("not a number") << std::string("nan");
    }
    void valuesThatAreNoFractionsAreOutOfRange() {
        QFETCH(std::string, value);
        const auto labels = read("0 0.5 0.5 0.1 0.2\n0 0.5 0.5 " + value + " 0.2\n");
        QVERIFY(!labels);
        QCOMPARE(
            labels.error(),
            (Error{ErrorCode::OutOfRange, file().string(),
                   "line 2: " + value + " is outside the range from 0 to 1, so it is no fraction of a side",
                   ""}));
    }

    void missingFileIsNotFound() {
        QCOMPARE(readYolo("/nonexistent/wall.txt", {1, 1}).error().code, ErrorCode::NotFound);
    }

private:
    QTemporaryDir m_folder;
};

QTEST_GUILESS_MAIN(tst_Yolo)
#include "tst_Yolo.moc"
