#include "tests/ui/support/FakeSession.h"
#include "ui/common/CurveView.h"
#include "ui/common/RunCurves.h"

#include <QSignalSpy>
#include <QTest>
#include <QVBoxLayout>

namespace fissure::ui {

namespace {

/// The charts of a run in a window.
struct Shown {
    explicit Shown(RunCurves::Steps steps) : curves(steps) {
        auto* layout = new QVBoxLayout(&page);
        for (CurveChart* chart : charts()) {
            layout->addWidget(chart);
        }
        page.resize(500, 900);
        page.show();
    }

    std::vector<CurveChart*> charts() const {
        return {curves.loss(), curves.accuracy(), curves.crack(), curves.learningRate()};
    }

    bool lineUp() const {
        return std::ranges::all_of(charts(), [this](const CurveChart* chart) {
            return chart->visibleRange().left() == curves.loss()->visibleRange().left() &&
                   chart->visibleRange().right() == curves.loss()->visibleRange().right();
        });
    }

    static QString notice(const CurveChart* chart) { return chart->findChild<CurveView*>()->notice(); }

    RunCurves curves;
    QWidget page; // goes first and takes the charts with it
};

} // namespace

class tst_RunCurves : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void chartsLineUpFromTheFirstStepOn() {
        Shown shown(RunCurves::Steps::Shown);
        QVERIFY(shown.lineUp());
        shown.curves.addSteps({test::stepOf(1, 1), test::stepOf(1, 2)});
        QVERIFY(shown.lineUp());
        QVERIFY(shown.curves.crack()->visibleRange().left() <= 0.0);
        shown.curves.addEpoch(test::epochOf(1));
        shown.curves.addSteps({test::stepOf(2, 5)});
        QVERIFY(shown.lineUp());
        QVERIFY(shown.curves.crack()->visibleRange().right() >= 1.5);
    }

    void withoutStepsTheAxisStartsAtTheFirstEpoch() {
        Shown shown(RunCurves::Steps::LeftOut);
        shown.curves.setEpochs({test::epochOf(1), test::epochOf(2), test::epochOf(3)});
        QVERIFY(shown.lineUp());
        QVERIFY(shown.curves.loss()->visibleRange().left() > 0.5);
        // A shorter run in its place draws the axis in again.
        shown.curves.setEpochs({test::epochOf(1), test::epochOf(2)});
        QVERIFY(shown.lineUp());
        QVERIFY(shown.curves.loss()->visibleRange().right() < 2.5);
    }

    void chartsOfEpochsSayThatTheyWait() {
        Shown shown(RunCurves::Steps::Shown);
        const QString later = QStringLiteral("This is shown after the first epoch.");
        QTRY_COMPARE(Shown::notice(shown.curves.crack()), later);
        QTRY_COMPARE(Shown::notice(shown.curves.learningRate()), later);
        QVERIFY(Shown::notice(shown.curves.loss()).isEmpty());
        EpochMetrics epoch = test::epochOf(1);
        epoch.validation.reset();
        shown.curves.addEpoch(epoch);
        QTRY_COMPARE(Shown::notice(shown.curves.crack()),
                     QStringLiteral("There are no validation proposals."));
        QTRY_VERIFY(Shown::notice(shown.curves.learningRate()).isEmpty());
        shown.curves.clear();
        QTRY_COMPARE(Shown::notice(shown.curves.crack()), later);
    }
};

} // namespace fissure::ui

QTEST_MAIN(fissure::ui::tst_RunCurves)
#include "tst_RunCurves.moc"
