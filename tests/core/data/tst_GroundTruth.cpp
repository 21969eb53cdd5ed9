#include "core/data/GroundTruth.h"

#include <QTest>

using namespace fissure;

class tst_GroundTruth : public QObject {
    Q_OBJECT

    static GroundTruth with(const Box& box) {
        GroundTruth groundTruth;
        addBox(groundTruth, box, {80, 60}, "here");
        return groundTruth;
    }

private Q_SLOTS:
    void edgesAreRounded() {
        QCOMPARE(boxBetween(1.4, 2.5, 11.6, 12.1), (Box{1, 3, 11, 9}));
        QCOMPARE(boxBetween(-0.4, 0.2, 2.6, 3.2), (Box{0, 0, 3, 3}));
    }

    void boxInsideIsTakenAsItIs() { QCOMPARE(with({0, 0, 80, 60}), (GroundTruth{{{0, 0, 80, 60}}, 0, {}})); }

    void boxOverTheEdgeIsClippedAndCounted() {
        QCOMPARE(with({-5, 50, 40, 40}), (GroundTruth{{{0, 50, 35, 10}}, 1, {}}));
        QCOMPARE(with({79, -3, 2, 100}), (GroundTruth{{{79, 0, 1, 60}}, 1, {}}));
    }

    void boxWithNothingInsideIsRefused() {
        const std::string outside = "lies outside the 80 x 60 pixels of the image";
        QCOMPARE(with({80, 0, 5, 5}), (GroundTruth{{}, 0, {"here: the box [80, 0, 5, 5] " + outside}}));
        QCOMPARE(with({-5, -5, 5, 5}), (GroundTruth{{}, 0, {"here: the box [-5, -5, 5, 5] " + outside}}));
    }

    void boxWithoutAreaIsRefused() {
        QCOMPARE(with({1, 2, 0, 5}), (GroundTruth{{}, 0, {"here: the box [1, 2, 0, 5] has no area"}}));
        QCOMPARE(with({9, 9, -3, -4}), (GroundTruth{{}, 0, {"here: the box [9, 9, -3, -4] has no area"}}));
    }

    void statedSizeIsThatOfTheImageOrNone() {
        QVERIFY(checkStatedSize({80, 60}, {80, 60}, "a.xml").has_value());
        QVERIFY(checkStatedSize({0, 60}, {80, 60}, "a.xml").has_value());
        QCOMPARE(checkStatedSize({60, 80}, {80, 60}, "a.xml").error(),
                 (Error{ErrorCode::OutOfRange, "a.xml",
                        "the annotations are for 60 x 80 pixels, the image has 80 x 60", ""}));
    }
};

QTEST_GUILESS_MAIN(tst_GroundTruth)
#include "tst_GroundTruth.moc"
