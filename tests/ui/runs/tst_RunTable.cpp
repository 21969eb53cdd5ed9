#include "tests/ui/runs/SampleRuns.h"
#include "ui/runs/RunTable.h"

#include <QAction>
#include <QHeaderView>
#include <QLineEdit>
#include <QMenu>
#include <QSignalSpy>
#include <QTest>

using namespace fissure;
using namespace fissure::ui;
using test::sampleSummary;

class tst_RunTable : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() {
        m_model = std::make_unique<RunTableModel>();
        m_model->setRuns({sampleSummary(3, "c", 5), sampleSummary(2, "b", 9), sampleSummary(1, "a", 2)}, {});
        m_proxy = std::make_unique<RunFilterProxy>(*m_model);
        m_table = std::make_unique<RunTable>(*m_proxy);
        m_table->resize(900, 300);
        m_table->show();
    }
    void cleanup() {
        m_table.reset();
        m_proxy.reset();
        m_model.reset();
    }

    void newestRunIsOnTopAtFirst() { QCOMPARE(m_proxy->runAt(0).id, RunId{3}); }

    void clickOnAHeadingSorts() {
        QHeaderView* header = m_table->horizontalHeader();
        const int column = static_cast<int>(RunColumn::ValidationLoss);
        const QPoint middle(header->sectionViewportPosition(column) + header->sectionSize(column) / 2,
                            header->height() / 2);
        QTest::mouseClick(header->viewport(), Qt::LeftButton, {}, middle);
        const RunId first = m_proxy->runAt(0).id;
        QTest::mouseClick(header->viewport(), Qt::LeftButton, {}, middle);
        const RunId second = m_proxy->runAt(0).id;
        QVERIFY((first == RunId{2} && second == RunId{1}) || (first == RunId{1} && second == RunId{2}));
    }

    void selectionStaysWithItsRunWhenRunsArrive() {
        QVERIFY(m_table->select(RunId{2}));
        QSignalSpy changed(m_table.get(), &RunTable::selectedRunsChanged);
        m_model->setRuns({sampleSummary(4, "d"), sampleSummary(3, "c", 5), sampleSummary(2, "b", 10),
                          sampleSummary(1, "a", 2)},
                         {});
        QCOMPARE(m_table->currentRun(), std::optional(RunId{2}));
        QVERIFY(changed.isEmpty());
        QVERIFY(!m_table->select(RunId{99}));
    }

    void severalRowsCanBeSelected() {
        QVERIFY(m_table->select(RunId{1}));
        QSignalSpy changed(m_table.get(), &RunTable::selectedRunsChanged);
        m_table->selectionModel()->select(m_proxy->indexOf(RunId{3}),
                                          QItemSelectionModel::Select | QItemSelectionModel::Rows);
        QCOMPARE(changed.size(), 1);
        const std::vector<RunId> fromTheTop{RunId{3}, RunId{1}};
        QCOMPARE(m_table->selectedRuns(), fromTheTop);
        QVERIFY(m_table->select(RunId{2}));
        QCOMPARE(m_table->selectedRuns(), std::vector<RunId>{RunId{2}});
    }

    void nameThatIsBeingTypedSurvivesChangesOfTheRuns() {
        m_table->editText(RunId{2}, RunColumn::Name);
        auto* editor = m_table->viewport()->findChild<QLineEdit*>();
        QVERIFY(editor != nullptr);
        QCOMPARE(editor->text(), QStringLiteral("b"));
        editor->selectAll();
        QTest::keyClicks(editor, QStringLiteral("mine"));
        m_model->setRuns(
            {sampleSummary(3, "c", 6), sampleSummary(2, "of another", 10), sampleSummary(1, "a", 2)}, {});
        QCOMPARE(editor->text(), QStringLiteral("mine"));
    }

    void untouchedEditorKeepsItsSelectionWhenOtherColumnsChange() {
        m_table->editText(RunId{2}, RunColumn::Name);
        auto* editor = m_table->viewport()->findChild<QLineEdit*>();
        QVERIFY(editor != nullptr);
        editor->setSelection(0, 1);
        m_model->setRuns({sampleSummary(3, "c", 6), sampleSummary(2, "b", 10), sampleSummary(1, "a", 2)}, {});
        QCOMPARE(editor->selectedText(), QStringLiteral("b"));
    }

    void editingShowsAHiddenColumn() {
        m_table->setColumnHidden(static_cast<int>(RunColumn::Tags), true);
        m_table->editText(RunId{2}, RunColumn::Tags);
        QVERIFY(!m_table->isColumnHidden(static_cast<int>(RunColumn::Tags)));
        QVERIFY(m_table->viewport()->findChild<QLineEdit*>() != nullptr);
    }

    void figuresOfCrackFitTheTableOfTheUsualWindow() {
        constexpr int kTableWidth = 690;
        const QHeaderView* header = m_table->horizontalHeader();
        const int f1 = static_cast<int>(RunColumn::F1);
        const int right = header->sectionPosition(f1) + header->sectionSize(f1);
        QVERIFY2(right <= kTableWidth, qPrintable(QString::number(right)));
    }

    void menuSortsByAnyColumnInEitherOrder() {
        const auto sortMenu = [this] {
            m_table->popUpColumnMenu({5, 5});
            return m_table->findChild<QMenu*>(QStringLiteral("sortMenu"));
        };
        const auto closeMenu = [this] { delete m_table->findChild<QMenu*>(QStringLiteral("columnMenu")); };
        QMenu* sort = sortMenu();
        QVERIFY(sort != nullptr);
        sort->actions().at(static_cast<int>(RunColumn::ValidationLoss))->trigger();
        closeMenu();
        // The losses are 1/5, 1/9 and 1/2; the order stays descending.
        QCOMPARE(m_proxy->runAt(0).id, RunId{1});
        sort = sortMenu();
        QVERIFY(sort->actions().at(static_cast<int>(RunColumn::ValidationLoss))->isChecked());
        sort->actions().at(sort->actions().size() - 2)->trigger(); // ascending
        closeMenu();
        QCOMPARE(m_proxy->runAt(0).id, RunId{2});
    }

    void columnMenuHidesAndShowsColumnsButNeverTheName() {
        Q_EMIT m_table->horizontalHeader()->customContextMenuRequested({5, 5});
        auto* menu = m_table->findChild<QMenu*>(QStringLiteral("columnMenu"));
        QVERIFY(menu != nullptr);
        const auto action = [menu](RunColumn column) { return menu->actions().at(static_cast<int>(column)); };
        QVERIFY(!action(RunColumn::Name)->isEnabled());
        QVERIFY(action(RunColumn::Tags)->isChecked());
        action(RunColumn::Tags)->trigger();
        QVERIFY(m_table->isColumnHidden(static_cast<int>(RunColumn::Tags)));
        menu->actions().last()->trigger();
        QVERIFY(!m_table->isColumnHidden(static_cast<int>(RunColumn::Tags)));
        menu->close();
    }

    void columnsAndSortingAreRemembered() {
        m_table->sortByColumn(static_cast<int>(RunColumn::ValidationLoss), Qt::AscendingOrder);
        m_table->setColumnHidden(static_cast<int>(RunColumn::Sampler), true);
        m_table->setColumnWidth(static_cast<int>(RunColumn::Name), 333);
        m_table->horizontalHeader()->moveSection(0, 2);
        const QByteArray state = m_table->saveColumns();
        RunFilterProxy proxy(*m_model);
        RunTable other(proxy);
        other.restoreColumns(state);
        QVERIFY(other.isColumnHidden(static_cast<int>(RunColumn::Sampler)));
        QCOMPARE(other.columnWidth(static_cast<int>(RunColumn::Name)), 333);
        QCOMPARE(other.horizontalHeader()->visualIndex(0), 2);
        QCOMPARE(proxy.runAt(0).id, RunId{2});
    }

    void damagedStateIsIgnored() {
        m_table->restoreColumns(QByteArrayLiteral("nonsense"));
        QVERIFY(!m_table->isColumnHidden(static_cast<int>(RunColumn::Name)));
        QCOMPARE(m_proxy->runAt(0).id, RunId{3});
    }

private:
    std::unique_ptr<RunTableModel> m_model;
    std::unique_ptr<RunFilterProxy> m_proxy;
    std::unique_ptr<RunTable> m_table;
};

QTEST_MAIN(tst_RunTable)
#include "tst_RunTable.moc"
