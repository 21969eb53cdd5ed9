#include "core/base/Files.h"
#include "core/data/Voc.h"

#include <QTemporaryDir>
#include <QTest>

using namespace fissure;
namespace fs = std::filesystem;

/// Annotations of a photograph of 200 x 100 pixels.
class tst_Voc : public QObject {
    Q_OBJECT

    fs::path file() const { return fs::path(m_folder.path().toStdString()) / "wall.xml"; }

    Result<GroundTruth> read(const std::string& text) const {
        if (!writeFileAtomically(file(), text)) {
            qFatal("cannot write a test file");
        }
        return readVoc(file(), {200, 100});
    }

    Result<GroundTruth> readObject(const std::string& content) const {
        return read("<annotation><object><bndbox><xmin>1</xmin><ymin>1</ymin><xmax>2</xmax><ymax>2</ymax>"
                    "</bndbox></object><object>" +
                    content + "</object></annotation>");
    }

private Q_SLOTS:
    void edgesAreCountedFromOneAndInclusive() {
        const auto annotation = read(R"(<?xml version="1.0" encoding="UTF-8"?>
            <!-- by hand -->
            <annotation verified="yes">
              <filename>another name &amp; more.jpg</filename>
              <size><width>200</width><height>100</height><depth>3</depth></size>
              <object>
                <name>crack</name>
                <bndbox><xmin>1</xmin><ymin>1</ymin><xmax>200</xmax><ymax>100</ymax></bndbox>
                <part><bndbox><xmin>5</xmin><ymin>5</ymin><xmax>6</xmax><ymax>6</ymax></bndbox></part>
              </object>
              <object>
                <bndbox><ymin> 20.6 </ymin><ymax>
                  40</ymax><xmin>10</xmin><xmax>10</xmax></bndbox>
              </object>
            </annotation>)");
        QVERIFY2(annotation.has_value(), annotation ? "" : annotation.error().message().c_str());
        QCOMPARE(*annotation, (GroundTruth{{{0, 0, 200, 100}, {9, 20, 1, 20}}, 0, {}}));
    }

    void annotationWithoutObjectsIsAnImageWithoutCracks() {
        QCOMPARE(read("<annotation/>").value(), GroundTruth{});
    }

    void boxesOverTheEdgeAreClippedAndThoseOutsideRefused() {
        const auto annotation = read(
            "<annotation>"
            "<object><bndbox><xmin>0</xmin><ymin>91</ymin><xmax>20</xmax><ymax>110</ymax></bndbox></object>"
            "<object><bndbox><xmin>301</xmin><ymin>1</ymin><xmax>310</xmax><ymax>9</ymax></bndbox></object>"
            "<object><bndbox><xmin>30</xmin><ymin>1</ymin><xmax>20</xmax><ymax>9</ymax></bndbox></object>"
            "</annotation>");
        QVERIFY2(annotation.has_value(), annotation ? "" : annotation.error().message().c_str());
        QCOMPARE(*annotation,
                 (GroundTruth{{{0, 90, 20, 10}},
                              1,
                              {"wall.xml, object 2: the box [300, 0, 10, 9] lies outside the 200 x 100 "
                               "pixels of the image",
                               "wall.xml, object 3: the box [29, 0, -9, 9] has no area"}}));
    }

    void sizeThatContradictsTheImageIsOutOfRange() {
        const auto annotation =
            read("<annotation><size><width>100</width><height>200</height></size></annotation>");
        QVERIFY(!annotation);
        QCOMPARE(annotation.error(),
                 (Error{ErrorCode::OutOfRange, file().string(),
                        "the annotations are for 100 x 200 pixels, the image has 200 x 100", ""}));
    }

    void sizesOfZeroStateNothing() {
        QVERIFY(read("<annotation><size><width>0</width><height>0</height></size></annotation>").has_value());
        QVERIFY(read("<annotation><size/></annotation>").has_value());
    }

    void brokenXmlNamesLineAndColumn_data() {
        QTest::addColumn<std::string>("text");
        QTest::addColumn<std::string>("place");
        QTest::newRow("wrong end") << std::string("<annotation>\n  <object>\n  </objct>\n</annotation>\n")
                                   << std::string("line 3, column 5 (Start-end tags mismatch)");
        QTest::newRow("attribute") << std::string("<annotation>\n<object x=1/></annotation>")
                                   << std::string("line 2, column 11 (Error parsing element attribute)");
        QTest::newRow("nothing") << std::string()
                                 << std::string("line 1, column 1 (No document element found)");
    }
    void brokenXmlNamesLineAndColumn() {
        QFETCH(std::string, text);
        QFETCH(std::string, place);
        const auto annotation = read(text);
        QVERIFY(!annotation);
        QCOMPARE(annotation.error(),
                 (Error{ErrorCode::WrongFormat, file().string(), "it is broken XML at " + place, ""}));
    }

    void otherXmlIsNoAnnotation() {
        QCOMPARE(read("<svg/>").error(),
                 (Error{ErrorCode::WrongFormat, file().string(),
                        "it is no VOC annotation (its root is not <annotation>)", ""}));
    }

    void brokenObjectsAreNamed_data() {
        QTest::addColumn<std::string>("content");
        QTest::addColumn<std::string>("cause");
        QTest::newRow("no box") << std::string("<name>crack</name>")
                                << std::string("object 2: it has no bndbox");
        QTest::newRow("no edge") << std::string("<bndbox><xmin>1</xmin><ymin>1</ymin><xmax>2</xmax></bndbox>")
                                 << std::string("object 2: it has no ymax");
        QTest::newRow("a word")
            << std::string("<bndbox><xmin>1</xmin><ymin>one</ymin><xmax>2</xmax><ymax>2</ymax></bndbox>")
            << std::string("object 2: its ymin \"one\" is not a number of pixels");
        QTest::newRow("far away")
            << std::string("<bndbox><xmin>1</xmin><ymin>1</ymin><xmax>1e300</xmax><ymax>2</ymax></bndbox>")
            << std::string("object 2: its xmax \"1e300\" is not a number of pixels");
        QTest::newRow("empty") << std::string(
                                      "<bndbox><xmin/><ymin>1</ymin><xmax>3</xmax><ymax>2</ymax></bndbox>")
                               << std::string("object 2: its xmin \"\" is not a number of pixels");
    }
    void brokenObjectsAreNamed() {
        QFETCH(std::string, content);
        QFETCH(std::string, cause);
        const auto annotation = readObject(content);
        QVERIFY(!annotation);
        QCOMPARE(annotation.error(), (Error{ErrorCode::WrongFormat, file().string(), cause, ""}));
    }

    void missingFileIsNotFound() {
        QCOMPARE(readVoc("/nonexistent/wall.xml", {1, 1}).error().code, ErrorCode::NotFound);
    }

private:
    QTemporaryDir m_folder;
};

QTEST_GUILESS_MAIN(tst_Voc)
#include "tst_Voc.moc"
