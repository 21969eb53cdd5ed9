#include "tests/ui/runs/SampleRuns.h"
#include "ui/common/CurveChart.h"
#include "ui/runs/ComparePanel.h"
#include "ui/runs/FactTable.h"

#include <QLabel>
#include <QPointer>
#include <QTest>

using namespace fissure;
using namespace fissure::ui;
using test::sampleRecord;

class tst_ComparePanel : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() {
        m_panel = std::make_unique<ComparePanel>();
        m_panel->resize(504, 700);
        m_panel->show();
    }

    void everyRunHasAColumnAndACurve() {
        m_panel->setRuns({sampleRecord(3, "c", 4), sampleRecord(1, "a", 2)}, 2, {});
        const auto* table = child<FactTable>("compareTable");
        QCOMPARE(table->columnCount(), 3);
        QCOMPARE(table->headerItem()->text(1), QStringLiteral("Run 3: c"));
        QCOMPARE(table->headerItem()->text(2), QStringLiteral("Run 1: a"));
        QCOMPARE(chart()->seriesCount(), 2);
        // The longer run has four epochs.
        QVERIFY(qAbs(chart()->visibleRange().right() - 4.0) < 0.2);
    }

    void settingsThatDifferComeBeforeTheFigures() {
        RunRecord other = sampleRecord(2, "b");
        other.summary.config.learningRate = 0.0001;
        m_panel->setRuns({sampleRecord(1, "a"), other}, 2, {});
        const auto* table = child<FactTable>("compareTable");
        QCOMPARE(table->topLevelItem(0)->text(0), QStringLiteral("Learning rate"));
        QCOMPARE(table->topLevelItem(1)->text(0), QStringLiteral("Best epoch"));
        QCOMPARE(child<QLabel>("compareNote")->text(), QStringLiteral("1 setting differs; it comes first."));
        m_panel->setRuns({sampleRecord(1, "a"), sampleRecord(2, "b")}, 2, {});
        QCOMPARE(table->topLevelItem(0)->text(0), QStringLiteral("Best epoch"));
        QCOMPARE(child<QLabel>("compareNote")->text(), QStringLiteral("All settings are the same."));
    }

    void figuresOfDifferentProposalsCarryAWarning() {
        RunRecord other = sampleRecord(2, "b");
        m_panel->setRuns({sampleRecord(1, "a"), other}, 2, {});
        QVERIFY(!child<QWidget>("compareWarning")->isVisible());
        other.evaluationFingerprint = "0ther";
        m_panel->setRuns({sampleRecord(1, "a"), other}, 2, {});
        QVERIFY(child<QWidget>("compareWarning")->isVisible());
    }

    void noteSaysWhereNotAllSelectedRunsAreShown() {
        m_panel->setRuns({sampleRecord(1, "a"), sampleRecord(2, "b")}, 9, {});
        QVERIFY(child<QLabel>("compareNote")->text().contains(QStringLiteral("first 2 of 9 selected runs")));
    }

    void sameRunsKeepTheirChartAndOthersGetANewOne() {
        m_panel->setRuns({sampleRecord(1, "a", 2), sampleRecord(2, "b", 2)}, 2, {});
        const QPointer<CurveChart> before = chart();
        m_panel->setRuns({sampleRecord(1, "a", 6), sampleRecord(2, "b", 2)}, 2, {});
        QCOMPARE(chart(), before.data());
        QVERIFY(qAbs(chart()->visibleRange().right() - 6.0) < 0.2);
        m_panel->setRuns({sampleRecord(3, "c"), sampleRecord(2, "b")}, 2, {});
        QVERIFY(before.isNull());
        QCOMPARE(m_panel->findChildren<CurveChart*>().size(), 1);
    }

private:
    template <class T>
    T* child(const char* name) {
        T* found = m_panel->findChild<T*>(QLatin1String(name));
        Q_ASSERT(found != nullptr);
        return found;
    }
    CurveChart* chart() { return child<CurveChart>("compareChart"); }

    std::unique_ptr<ComparePanel> m_panel;
};

QTEST_MAIN(tst_ComparePanel)
#include "tst_ComparePanel.moc"
