#include "core/base/Text.h"

#include <QTest>

using namespace fissure;

class tst_Text : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void valuesStandInTheirPlaces() {
        QCOMPARE(Text("core", "%2 of %1, again %2").with("the crops", 7).str(),
                 std::string("7 of the crops, again 7"));
        QCOMPARE(Text("core", "%1 and %2").with(0.0001, std::size_t{12}).str(), std::string("0.0001 and 12"));
        QCOMPARE(Text("core", "why: %1").with(Text("core", "line %1").with(3)).str(),
                 std::string("why: line 3"));
    }

    void valueThatLooksLikeAPlaceStaysAsItIs() {
        QCOMPARE(Text("core", "%1: %2").with("%2.jpg", "grey").str(), std::string("%2.jpg: grey"));
        QCOMPARE(Text("50%1.jpg").str(), std::string("50%1.jpg"));
    }

    void placeWithoutAValueIsKept() {
        QCOMPARE(Text("core", "100 % of %1 and %2, %").with(5).str(), std::string("100 % of 5 and %2, %"));
    }

    void translationMayTurnTheValuesRound() {
        const auto translate = [](const char* context, const std::string& pattern) {
            return std::string(context) == "core" && pattern == "%1 of %2" ? std::string("von %2: %1")
                                                                           : pattern + '!';
        };
        QCOMPARE(Text("core", "%1 of %2").with(3, Text("core", "all")).str(translate),
                 std::string("von all!: 3"));
    }

    void verbatimTextIsNotTranslated() {
        const auto shout = [](const char*, const std::string& pattern) { return pattern + '!'; };
        QVERIFY(Text("wall.jpg").isVerbatim());
        QCOMPARE(Text("wall.jpg").str(shout), std::string("wall.jpg"));
        QCOMPARE(Text("core", "%1 is grey").with(std::string("wall.jpg")).str(shout),
                 std::string("wall.jpg is grey!"));
    }

    void textsAreEqualWhereTheyReadTheSame() {
        QCOMPARE(Text("core", "line %1").with(3), Text("line 3"));
        QVERIFY(!(Text("core", "line %1").with(3) == Text("core", "line %1").with(4)));
        QVERIFY(Text() == "");
        QVERIFY(Text().empty());
    }
};

QTEST_APPLESS_MAIN(tst_Text)
#include "tst_Text.moc"
