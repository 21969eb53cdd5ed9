#include "tests/ui/runs/SampleRuns.h"
#include "ui/common/Banner.h"
#include "ui/common/EmptyState.h"
#include "ui/runs/RunTable.h"
#include "ui/runs/RunsPage.h"

#include <QAction>
#include <QComboBox>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QMessageBox>
#include <QPushButton>
#include <QSignalSpy>
#include <QTabWidget>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>
#include <QTreeWidget>

#include <algorithm>

using namespace fissure;
using namespace fissure::ui;

/// The page over a real store in a temporary workspace; the store stands for a training in another process.
class tst_RunsPage : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() {
        m_folder = std::make_unique<QTemporaryDir>();
        const Workspace workspace = *Workspace::open(m_folder->path().toStdString());
        m_store = *RunStore::open(workspace, m_clock);
        m_library = std::make_unique<RunLibrary>(workspace, m_clock);
        m_page = std::make_unique<RunsPage>(*m_library);
        m_page->resize(1280, 800);
        m_page->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_page.get()));
    }
    void cleanup() {
        m_page.reset();
        m_library.reset();
        m_store.reset();
        m_folder.reset();
    }

    void withoutRunsThePageOffersANewOne() {
        QSignalSpy wanted(m_page.get(), &RunsPage::newRunRequested);
        QPushButton* action = nullptr;
        for (auto* button : m_page->findChildren<QPushButton*>(QStringLiteral("emptyStateAction"))) {
            action = button->isVisible() ? button : action;
        }
        QVERIFY(action != nullptr);
        QTest::mouseClick(action, Qt::LeftButton);
        QCOMPARE(wanted.size(), 1);
        QVERIFY(!table()->isVisible());
    }

    void newestRunIsChosenAndShownInDetail() {
        finish(test::writeRun(*m_store, "first"));
        finish(test::writeRun(*m_store, "second"));
        refresh();
        QTRY_COMPARE(table()->model()->rowCount(), 2);
        QTRY_VERIFY(detailTitle().endsWith(QStringLiteral("second")));
        QCOMPARE(label("runCounts"), QStringLiteral("2 runs"));
    }

    void choosingAnotherRowShowsItsRun() {
        const RunId first = finish(test::writeRun(*m_store, "first"));
        finish(test::writeRun(*m_store, "second"));
        refresh();
        QTRY_COMPARE(table()->model()->rowCount(), 2);
        QVERIFY(table()->select(first));
        QTRY_VERIFY(detailTitle().endsWith(QStringLiteral("first")));
    }

    void runningRunIsFollowed() {
        const RunId run = test::writeRun(*m_store, "live", 1);
        refresh();
        QTRY_COMPARE(label("overviewFigure0"), QStringLiteral("1 of 1"));
        QVERIFY(!action("deleteRun")->isEnabled());
        QVERIFY(m_store->addEpoch(run, test::sampleEpoch(2), {}).has_value());
        refresh();
        QTRY_COMPARE(label("overviewFigure0"), QStringLiteral("2 of 2"));
        finish(run);
        refresh();
        QTRY_VERIFY(label("runDetailStatus").startsWith(QStringLiteral("Finished")));
        QVERIFY(action("deleteRun")->isEnabled());
    }

    void chosenRunIsReadAgainOnlyWhenItChanges() {
        const RunId chosen = finish(test::writeRun(*m_store, "chosen"));
        const RunId other = test::writeRun(*m_store, "other", 1);
        refresh();
        QTRY_COMPARE(table()->model()->rowCount(), 2);
        QVERIFY(table()->select(chosen));
        QTRY_VERIFY(detailTitle().endsWith(QStringLiteral("chosen")));
        QSignalSpy loaded(m_library.get(), &RunLibrary::runLoaded);
        QSignalSpy answered(m_library.get(), &RunLibrary::stepsLoaded);
        QVERIFY(m_store->addEpoch(other, test::sampleEpoch(2), {}).has_value());
        refresh();
        QTRY_COMPARE(m_library->find(other)->epochs, 2);
        m_library->loadSteps(other); // its answer comes after that of any run that was asked for
        QTRY_COMPARE(answered.count(), 1);
        QCOMPARE(loaded.count(), 0);
        QVERIFY(m_store->renameRun(chosen, "renamed").has_value());
        refresh();
        QTRY_VERIFY(detailTitle().endsWith(QStringLiteral("renamed")));
        QCOMPARE(loaded.count(), 1);
    }

    void durationOfARunningRunMovesOnByItself() {
        test::writeRun(*m_store, "live", 1);
        refresh();
        QTRY_COMPARE(table()->model()->rowCount(), 1);
        const QModelIndex duration = table()->model()->index(0, static_cast<int>(RunColumn::Duration));
        const QString before = duration.data().toString();
        QTRY_VERIFY(duration.data().toString() != before);
        QTRY_VERIFY(label("overviewDuration") != QStringLiteral("–"));
    }

    void scoresOfTheReportComeFromTheStoredPredictions() {
        finish(test::writeRun(*m_store, "alpha"));
        refresh();
        QTRY_VERIFY(detailTitle().endsWith(QStringLiteral("alpha")));
        m_page->findChild<QTabWidget*>(QStringLiteral("runDetailTabs"))->setCurrentIndex(2);
        const auto* scores = m_page->findChild<QTreeWidget*>(QStringLiteral("reportScores"));
        QTRY_COMPARE(scores->topLevelItem(3)->text(1), QStringLiteral("0.640")); // (1 - 0.2) squared
        QCOMPARE(scores->topLevelItem(0)->text(1), QStringLiteral("–"));         // of crack alone
    }

    void severalSelectedRunsAreCompared() {
        const RunId first = finish(test::writeRun(*m_store, "first"));
        const RunId second = finish(test::writeRun(*m_store, "second"));
        refresh();
        QTRY_COMPARE(table()->model()->rowCount(), 2);
        QVERIFY(table()->select(first));
        QTRY_VERIFY(detailTitle().endsWith(QStringLiteral("first")));
        table()->selectAll();
        QTRY_VERIFY(comparison()->isVisible());
        const auto* compared = comparison()->findChild<QTreeWidget*>(QStringLiteral("compareTable"));
        QVERIFY(compared->headerItem()->text(1).endsWith(QStringLiteral("second")));
        QVERIFY(compared->headerItem()->text(2).endsWith(QStringLiteral("first")));
        QVERIFY(!action("inspectRun")->isEnabled());
        QVERIFY(!action("renameRun")->isEnabled());
        QVERIFY(action("deleteRun")->isEnabled());
        QVERIFY(table()->select(second));
        QTRY_VERIFY(!comparison()->isVisible());
        QTRY_VERIFY(detailTitle().endsWith(QStringLiteral("second")));
        QVERIFY(action("inspectRun")->isEnabled());
    }

    void atMostEightRunsAreCompared() {
        for (int i = 0; i < 9; ++i) {
            finish(test::writeRun(*m_store, "run", 1));
        }
        refresh();
        QTRY_COMPARE(table()->model()->rowCount(), 9);
        table()->selectAll();
        QTRY_VERIFY(comparison()->isVisible());
        QCOMPARE(comparison()->findChild<QTreeWidget*>(QStringLiteral("compareTable"))->columnCount(), 1 + 8);
        QVERIFY(label("compareNote").contains(QStringLiteral("first 8 of 9")));
    }

    void runsThatCannotBeReadAreNotSaidToBeNone() {
        const QTemporaryDir folder;
        const Workspace workspace = *Workspace::open(folder.path().toStdString());
        const QString database = QString::fromStdString(workspace.database().string());
        {
            QFile file(database);
            QVERIFY(file.open(QIODevice::WriteOnly));
            file.write(QByteArray(8192, 'x'));
        }
        RunLibrary library(workspace, m_clock);
        RunsPage page(library);
        page.show();
        auto* unreadable = page.findChild<EmptyState*>(QStringLiteral("runsUnreadable"));
        QTRY_VERIFY(unreadable->isVisible());
        // The page says it; a banner that says it again would be one too many.
        QTRY_VERIFY(!page.findChild<Banner*>()->isVisible());
        QVERIFY(QFile::remove(database));
        const auto store = *RunStore::open(workspace, m_clock);
        test::writeRun(*store, "mended");
        unreadable->findChild<QPushButton*>()->click();
        QTRY_VERIFY(page.findChild<RunTable*>()->isVisible());
        QVERIFY(!unreadable->isVisible());
    }

    void runWithoutAnEpochCannotBeInspected() {
        test::writeRun(*m_store, "just started", 0);
        refresh();
        QTRY_VERIFY(action("cloneRun")->isEnabled());
        QVERIFY(!action("inspectRun")->isEnabled());
    }

    void searchAndStateNarrowTheTable() {
        finish(test::writeRun(*m_store, "alpha"));
        finish(test::writeRun(*m_store, "beta"));
        test::writeRun(*m_store, "gamma");
        refresh();
        QTRY_COMPARE(table()->model()->rowCount(), 3);
        QTest::keyClicks(m_page->findChild<QLineEdit*>(QStringLiteral("runSearch")), QStringLiteral("beta"));
        QCOMPARE(table()->model()->rowCount(), 1);
        QCOMPARE(label("runCounts"), QStringLiteral("1 of 3 runs"));
        m_page->findChild<QLineEdit*>(QStringLiteral("runSearch"))->clear();
        auto* states = m_page->findChild<QComboBox*>(QStringLiteral("runStatusFilter"));
        states->setCurrentIndex(states->findText(QStringLiteral("Running")));
        QCOMPARE(table()->model()->rowCount(), 1);
        states->setCurrentIndex(states->findText(QStringLiteral("Failed")));
        QVERIFY(m_page->findChild<QWidget*>(QStringLiteral("noMatch"))->isVisible());
    }

    void runIsChosenAgainAfterAllAreShown() {
        finish(test::writeRun(*m_store, "alpha"));
        refresh();
        QTRY_VERIFY(detailTitle().endsWith(QStringLiteral("alpha")));
        auto* search = m_page->findChild<QLineEdit*>(QStringLiteral("runSearch"));
        search->setText(QStringLiteral("nothing like it"));
        auto* nothing = m_page->findChild<QWidget*>(QStringLiteral("noMatch"));
        QVERIFY(nothing->isVisible());
        QVERIFY(!action("cloneRun")->isEnabled());
        nothing->findChild<QPushButton*>()->click();
        QVERIFY(search->text().isEmpty());
        QCOMPARE(table()->selectedRuns().size(), std::size_t{1});
        QVERIFY(action("cloneRun")->isEnabled());
    }

    void enterAndDoubleClickInspectTheRun() {
        const RunId run = finish(test::writeRun(*m_store, "alpha"));
        refresh();
        QTRY_VERIFY(action("inspectRun")->isEnabled());
        QSignalSpy wanted(m_page.get(), &RunsPage::inspectRequested);
        QTest::keyClick(table(), Qt::Key_Return);
        QCOMPARE(wanted.size(), 1);
        const QPoint cell = table()->visualRect(table()->model()->index(0, 0)).center();
        QTest::mouseClick(table()->viewport(), Qt::LeftButton, {}, cell);
        QTest::mouseDClick(table()->viewport(), Qt::LeftButton, {}, cell);
        QCOMPARE(wanted.size(), 2);
        QCOMPARE(wanted[1][0].value<RunId>(), run);
    }

    void keysCloneSearchAndEditTags() {
        const RunId run = finish(test::writeRun(*m_store, "alpha"));
        refresh();
        QTRY_VERIFY(action("cloneRun")->isEnabled());
        m_page->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_page.get()));
        QSignalSpy clones(m_page.get(), &RunsPage::cloneRequested);
        m_page->setFocus();
        QTest::keyClick(table(), Qt::Key_D, Qt::ControlModifier);
        QCOMPARE(clones.size(), 1);
        QTest::keyClick(table(), Qt::Key_F, Qt::ControlModifier);
        QVERIFY(m_page->findChild<QLineEdit*>(QStringLiteral("runSearch"))->hasFocus());
        table()->setFocus();
        QTest::keyClick(table(), Qt::Key_T);
        auto* editor = table()->viewport()->findChild<QLineEdit*>();
        QVERIFY(editor != nullptr);
        editor->setText(QStringLiteral("night, baseline"));
        QTest::keyClick(editor, Qt::Key_Return);
        const std::vector<std::string> expected{"night", "baseline"};
        QTRY_COMPARE(sorted(m_library->find(run)->tags), sorted(expected));
    }

    void columnsAreChosenFromTheFilterLineToo() {
        finish(test::writeRun(*m_store, "alpha"));
        refresh();
        QTRY_COMPARE(table()->model()->rowCount(), 1);
        m_page->findChild<QToolButton*>(QStringLiteral("runColumns"))->click();
        auto* menu = table()->findChild<QMenu*>(QStringLiteral("columnMenu"));
        QVERIFY(menu != nullptr);
        QVERIFY(menu->isVisible());
        menu->close();
    }

    void shownRunIsChosenEvenWhereAFilterHidItOrItIsNotThereYet() {
        const RunId first = finish(test::writeRun(*m_store, "alpha"));
        finish(test::writeRun(*m_store, "beta"));
        refresh();
        QTRY_COMPARE(table()->model()->rowCount(), 2);
        m_page->findChild<QLineEdit*>(QStringLiteral("runSearch"))->setText(QStringLiteral("beta"));
        m_page->showRun(first);
        QCOMPARE(table()->currentRun(), std::optional(first));
        const RunId later = finish(test::writeRun(*m_store, "later"));
        m_page->showRun(later);
        QTRY_COMPARE(table()->currentRun(), std::optional(later));
    }

    void runsOfADataSetAreShownAloneUntilThatIsLifted() {
        const RunId first = finish(test::writeRun(*m_store, "alpha"));
        finish(test::writeRun(*m_store, "beta"));
        refresh();
        QTRY_COMPARE(table()->model()->rowCount(), 2);
        m_page->findChild<QLineEdit*>(QStringLiteral("runSearch"))->setText(QStringLiteral("beta"));
        auto* only = m_page->findChild<QToolButton*>(QStringLiteral("runOnly"));
        QVERIFY(!only->isVisible());
        m_page->showOnly(QStringLiteral("wall/proposals"), {first});
        QCOMPARE(table()->model()->rowCount(), 1);
        QCOMPARE(table()->currentRun(), std::optional(first));
        QCOMPARE(label("runCounts"), QStringLiteral("1 of 2 runs"));
        QVERIFY(only->isVisible());
        QCOMPARE(only->text(), QStringLiteral("wall/proposals"));
        only->click();
        QCOMPARE(table()->model()->rowCount(), 2);
        QVERIFY(!only->isVisible());
    }

    void cloneCarriesTheSettingsOver() {
        finish(test::writeRun(*m_store, "alpha"));
        refresh();
        QTRY_VERIFY(action("cloneRun")->isEnabled());
        QSignalSpy clones(m_page.get(), &RunsPage::cloneRequested);
        QTest::mouseClick(m_page->findChild<QPushButton*>(QStringLiteral("cloneRunButton")), Qt::LeftButton);
        QCOMPARE(clones.size(), 1);
        const auto request = clones[0][0].value<RunRequest>();
        QCOMPARE(request.name, std::string("alpha (copy)"));
        QCOMPARE(request.config, RunConfig{});
    }

    void inspectNamesTheRun() {
        const RunId run = finish(test::writeRun(*m_store, "alpha"));
        refresh();
        QTRY_VERIFY(action("inspectRun")->isEnabled());
        QSignalSpy wanted(m_page.get(), &RunsPage::inspectRequested);
        QTest::mouseClick(m_page->findChild<QPushButton*>(QStringLiteral("inspectRunButton")),
                          Qt::LeftButton);
        QCOMPARE(wanted.size(), 1);
        QCOMPARE(wanted[0][0].value<RunId>(), run);
    }

    void f2RenamesTheRunInPlace() {
        const RunId run = finish(test::writeRun(*m_store, "alpha"));
        refresh();
        QTRY_VERIFY(table()->currentRun().has_value());
        action("renameRun")->trigger();
        QCOMPARE(action("renameRun")->shortcut(), QKeySequence(Qt::Key_F2));
        auto* editor = table()->viewport()->findChild<QLineEdit*>();
        QVERIFY(editor != nullptr);
        editor->setText(QStringLiteral("omega"));
        QTest::keyClick(editor, Qt::Key_Return);
        QTRY_VERIFY(m_library->find(run) && m_library->find(run)->name == "omega");
        QTRY_VERIFY(detailTitle().endsWith(QStringLiteral("omega")));
    }

    void deletingAsksByNameAndCancelKeepsTheRun() {
        const RunId run = finish(test::writeRun(*m_store, "alpha"));
        refresh();
        QTRY_VERIFY(action("deleteRun")->isEnabled());
        action("deleteRun")->trigger();
        auto* question = m_page->findChild<QMessageBox*>(QStringLiteral("deleteRunQuestion"));
        QVERIFY(question != nullptr);
        QVERIFY(question->text().contains(QStringLiteral("“alpha”")));
        question->button(QMessageBox::Cancel)->click();
        QTRY_VERIFY(m_page->findChild<QMessageBox*>(QStringLiteral("deleteRunQuestion")) == nullptr);
        QVERIFY(m_library->find(run) != nullptr);
        action("deleteRun")->trigger();
        m_page->findChild<QMessageBox*>(QStringLiteral("deleteRunQuestion"))
            ->findChild<QPushButton*>(QStringLiteral("deleteRunConfirm"))
            ->click();
        QTRY_VERIFY(m_library->find(run) == nullptr);
        QTRY_VERIFY(!table()->isVisible());
    }

    void severalRunsAreDeletedAtOnce() {
        finish(test::writeRun(*m_store, "alpha"));
        finish(test::writeRun(*m_store, "beta"));
        refresh();
        QTRY_COMPARE(table()->model()->rowCount(), 2);
        table()->selectAll();
        action("deleteRun")->trigger();
        m_page->findChild<QPushButton*>(QStringLiteral("deleteRunConfirm"))->click();
        QTRY_VERIFY(m_library->runs().empty());
        QTRY_VERIFY(!table()->isVisible());
    }

    void afterDeletingItsNeighbourIsShown() {
        finish(test::writeRun(*m_store, "alpha"));
        finish(test::writeRun(*m_store, "beta"));
        refresh();
        QTRY_VERIFY(detailTitle().endsWith(QStringLiteral("beta")));
        action("deleteRun")->trigger();
        m_page->findChild<QPushButton*>(QStringLiteral("deleteRunConfirm"))->click();
        QTRY_VERIFY(detailTitle().endsWith(QStringLiteral("alpha")));
    }

    void failureOfAWriteIsSaidOnThePage() {
        const RunId run = finish(test::writeRun(*m_store, "alpha"));
        refresh();
        QTRY_VERIFY(action("deleteRun")->isEnabled());
        action("deleteRun")->trigger();
        QVERIFY(m_store->deleteRun(run).has_value()); // somebody else was faster
        m_page->findChild<QPushButton*>(QStringLiteral("deleteRunConfirm"))->click();
        QTRY_VERIFY(m_page->findChild<Banner*>()->isVisible());
        QVERIFY(!m_page->findChild<Banner*>()->text().isEmpty());
    }

    void layoutIsRemembered() {
        finish(test::writeRun(*m_store, "alpha"));
        refresh();
        QTRY_COMPARE(table()->model()->rowCount(), 1);
        table()->setColumnHidden(static_cast<int>(RunColumn::Sampler), true);
        m_page->findChild<QTabWidget*>(QStringLiteral("runDetailTabs"))->setCurrentIndex(3);
        RunsPage other(*m_library);
        other.restoreState(m_page->saveState());
        QVERIFY(other.findChild<RunTable*>()->isColumnHidden(static_cast<int>(RunColumn::Sampler)));
        QCOMPARE(other.findChild<QTabWidget*>(QStringLiteral("runDetailTabs"))->currentIndex(), 3);
        other.restoreState(QByteArrayLiteral("nonsense"));
        QVERIFY(other.findChild<RunTable*>()->isColumnHidden(static_cast<int>(RunColumn::Sampler)));
    }

private:
    RunTable* table() { return m_page->findChild<RunTable*>(); }
    QAction* action(const char* name) { return m_page->findChild<QAction*>(QString::fromLatin1(name)); }
    QString label(const char* name) { return m_page->findChild<QLabel*>(QString::fromLatin1(name))->text(); }
    QWidget* comparison() { return m_page->findChild<QWidget*>(QStringLiteral("comparePanel")); }
    static std::vector<std::string> sorted(std::vector<std::string> tags) {
        std::ranges::sort(tags);
        return tags;
    }
    QString detailTitle() { return label("runDetailTitle"); }
    void refresh() { m_library->refresh(); }
    RunId finish(RunId run) {
        if (!m_store->closeRun(run, RunStatus::Finished, "all epochs done")) {
            qFatal("the run could not be closed");
        }
        return run;
    }

    SystemClock m_clock;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<RunStore> m_store;
    std::unique_ptr<RunLibrary> m_library;
    std::unique_ptr<RunsPage> m_page;
};

QTEST_MAIN(tst_RunsPage)
#include "tst_RunsPage.moc"
