#include "core/metrics/Mark.h"

#include <QTest>

using namespace fissure;

class tst_Mark : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void namesLeadBackToTheirMarks() {
        for (const Mark mark : kMarks) {
            QCOMPARE(fromName<Mark>(nameOf(mark)), std::optional(mark));
        }
        QCOMPARE(nameOf(Mark::WrongLabel), std::string_view("wrong-label"));
        QVERIFY(!fromName<Mark>("wrong label"));
        QVERIFY(!fromName<Mark>(""));
    }

    void markIsSetReplacedAndTakenAway() {
        Marks marks;
        QVERIFY(!markOf(marks, "a.jpg"));
        setMark(marks, "a.jpg", Mark::Unclear);
        setMark(marks, "a.jpg", Mark::OfInterest);
        QCOMPARE(markOf(marks, "a.jpg"), std::optional(Mark::OfInterest));
        setMark(marks, "a.jpg", std::nullopt);
        QVERIFY(marks.empty());
    }
};

QTEST_GUILESS_MAIN(tst_Mark)
#include "tst_Mark.moc"
