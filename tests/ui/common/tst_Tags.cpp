#include "ui/common/Tags.h"

#include <QTest>

using namespace fissure::ui;

class tst_Tags : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void tagsAreJoinedWithCommas() {
        QCOMPARE(joinTags({"night", "baseline"}), QStringLiteral("night, baseline"));
        QCOMPARE(joinTags({}), QString());
    }

    void textIsSplitIntoTags() {
        const std::vector<std::string> expected{"night shift", "baseline"};
        QCOMPARE(splitTags(QStringLiteral(" night shift ,, baseline,")), expected);
        QVERIFY(splitTags(QStringLiteral(" , ")).empty());
    }

    void tagThatIsWrittenTwiceCountsOnce() {
        const std::vector<std::string> expected{"night", "baseline"};
        QCOMPARE(splitTags(QStringLiteral("night, baseline, night")), expected);
    }
};

QTEST_APPLESS_MAIN(tst_Tags)
#include "tst_Tags.moc"
