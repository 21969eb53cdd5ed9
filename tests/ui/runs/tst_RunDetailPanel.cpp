#include "core/config/ConfigFields.h"
#include "core/config/ConfigJson.h"
#include "core/metrics/ClassificationReport.h"
#include "tests/ui/runs/SampleRuns.h"
#include "tests/ui/support/InLanguage.h"
#include "ui/common/ConfusionView.h"
#include "ui/common/CurveView.h"
#include "ui/common/RunCurves.h"
#include "ui/runs/CurvesTab.h"
#include "ui/runs/FactTable.h"
#include "ui/runs/OverviewTab.h"
#include "ui/runs/RunDetailPanel.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QGuiApplication>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTabBar>
#include <QTabWidget>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>
#include <QTreeWidget>
#include <QWheelEvent>

using namespace fissure;
using namespace fissure::ui;

namespace {

constexpr int kOverviewTab = 0;
// Series of the charts of loss and accuracy.
constexpr int kSteps = 0;
constexpr int kEpochsOfTraining = 1;
constexpr int kCurvesTab = 1;
constexpr int kReportTab = 2;

template <class T>
T* child(const QWidget& parent, const char* name) {
    T* found = parent.findChild<T*>(QString::fromLatin1(name));
    if (!found) {
        qFatal("there is no %s", name);
    }
    return found;
}

} // namespace

class tst_RunDetailPanel : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates)); }

    void init() {
        m_folder = std::make_unique<QTemporaryDir>();
        m_panel = std::make_unique<RunDetailPanel>(*Workspace::open(m_folder->path().toStdString()));
        m_panel->resize(480, 700);
        m_panel->show();
    }

    void overviewShowsTheBestEpoch() {
        m_panel->setRun(test::sampleRecord(41, "weighted 1:2", 4));
        QCOMPARE(child<QLabel>(*m_panel, "runDetailTitle")->text(), QStringLiteral("Run 41: weighted 1:2"));
        QCOMPARE(child<QLabel>(*m_panel, "runDetailStatus")->text(),
                 QStringLiteral("Finished: stopped early after epoch 4: no lower loss in 3 epoch(s)"));
        QCOMPARE(child<QLabel>(*m_panel, "overviewFigure0")->text(), QStringLiteral("4 of 4"));
        QCOMPARE(child<QLabel>(*m_panel, "overviewFigure1")->text(), QStringLiteral("0.2500"));
        QCOMPARE(child<ConfusionView>(*m_panel, "overviewConfusion")->matrix()->truePositives,
                 std::int64_t{25});
        QCOMPARE(child<QLabel>(*m_panel, "overviewTrain")->text(), QStringLiteral("315 crack, 800 no crack"));
    }

    void runWithoutAnEpochShowsDashes() {
        m_panel->setRun(test::sampleRecord(1, "new", 0));
        QCOMPARE(child<QLabel>(*m_panel, "overviewFigure1")->text(), QStringLiteral("–"));
        QVERIFY(!child<ConfusionView>(*m_panel, "overviewConfusion")->matrix());
        QVERIFY(!child<QPushButton>(*m_panel, "reportCopy")->isEnabled());
    }

    void runningRunShowsHowLongItHasTrained() {
        RunRecord run = test::sampleRecord(1, "a");
        run.summary.status = RunStatus::Running;
        run.summary.endedAt.reset();
        const auto duration = [this] {
            return child<QLabel>(*m_panel, "overviewDuration")
                ->text()
                .replace(QChar(QChar::Nbsp), QLatin1Char(' '));
        };
        m_panel->setNow(run.summary.startedAt + std::chrono::minutes(5));
        m_panel->setRun(run);
        QCOMPARE(duration(), QStringLiteral("5 min 00 s"));
        m_panel->setNow(run.summary.startedAt + std::chrono::minutes(6));
        QCOMPARE(duration(), QStringLiteral("6 min 00 s"));
    }

    void zoomOfARunIsNotThatOfTheNext_data() {
        QTest::addColumn<int>("tab");
        QTest::newRow("overview") << kOverviewTab;
        QTest::newRow("curves") << kCurvesTab;
    }
    void zoomOfARunIsNotThatOfTheNext() {
        QFETCH(int, tab);
        m_panel->setRun(test::sampleRecord(1, "a", 4));
        m_panel->setCurrentTab(tab);
        CurveChart* loss = lossChart(tab);
        QTRY_VERIFY(turnWheel(*loss, Qt::ControlModifier));
        m_panel->setRun(test::sampleRecord(1, "a", 5));
        QVERIFY(loss->isZoomed());
        m_panel->setRun(test::sampleRecord(2, "b", 4));
        QVERIFY(!loss->isZoomed());
    }

    void wheelWithoutControlIsLeftToTheTab() {
        m_panel->setRun(test::sampleRecord(1, "a", 4));
        CurveChart* loss = lossChart(kOverviewTab);
        QTRY_VERIFY(turnWheel(*loss, Qt::ControlModifier));
        loss->resetZoom();
        QVERIFY(!turnWheel(*loss, Qt::NoModifier));
    }

    void openListOfEpochsStaysOpenWhileEpochsCome() {
        m_panel->setRun(test::sampleRecord(1, "a", 2));
        m_panel->setCurrentTab(kReportTab);
        auto* epochs = child<QComboBox>(*m_panel, "reportEpoch");
        QSignalSpy removed(epochs->model(), &QAbstractItemModel::rowsRemoved);
        epochs->showPopup();
        QVERIFY(epochs->view()->isVisible());
        m_panel->setRun(test::sampleRecord(1, "a", 2));
        m_panel->setRun(test::sampleRecord(1, "a", 3));
        QVERIFY(removed.isEmpty());
        QVERIFY(epochs->view()->isVisible());
        QCOMPARE(epochs->count(), 4);
        QCOMPARE(epochs->itemText(0), QStringLiteral("Best epoch (3)"));
        epochs->hidePopup();
    }

    void severalRunsAreComparedInPlaceOfTheTabs() {
        m_panel->compare({test::sampleRecord(2, "b"), test::sampleRecord(1, "a")}, 2);
        QVERIFY(child<QWidget>(*m_panel, "comparePanel")->isVisible());
        QVERIFY(!m_panel->shownRun());
        m_panel->setRun(test::sampleRecord(1, "a"));
        QVERIFY(!child<QWidget>(*m_panel, "comparePanel")->isVisible());
        QVERIFY(child<QTabWidget>(*m_panel, "runDetailTabs")->isVisible());
    }

    void overviewFitsTheNarrowestPanel_data() {
        QTest::addColumn<QString>("language");
        for (const Language& language : languages()) {
            QTest::newRow(qPrintable(language.name)) << language.code;
        }
    }
    void overviewFitsTheNarrowestPanel() { fitsTheNarrowestPanel("overviewTab"); }

    void reportFitsTheNarrowestPanel_data() { overviewFitsTheNarrowestPanel_data(); }
    void reportFitsTheNarrowestPanel() { fitsTheNarrowestPanel("reportTab"); }

    void allTabsAreInSightInTheNarrowestPanel() {
        m_panel->setRun(test::sampleRecord(1, "a"));
        m_panel->resize(m_panel->minimumWidth(), 700);
        const QTabBar* tabs = child<QTabWidget>(*m_panel, "runDetailTabs")->tabBar();
        const int last = tabs->count() - 1;
        QVERIFY(tabs->tabRect(last).right() <= tabs->width());
        QVERIFY(tabs->mapTo(m_panel.get(), tabs->tabRect(last).bottomRight()).x() <= m_panel->width());
    }

    void stepsAreAskedForWhenTheCurvesAreSeenAndOncePerEpoch() {
        QSignalSpy wanted(m_panel.get(), &RunDetailPanel::stepsWanted);
        m_panel->setRun(test::sampleRecord(1, "a", 2));
        QVERIFY(wanted.isEmpty());
        m_panel->setCurrentTab(kCurvesTab);
        QCOMPARE(wanted.size(), 1);
        m_panel->setRun(test::sampleRecord(1, "a", 2));
        QCOMPARE(wanted.size(), 1);
        m_panel->setRun(test::sampleRecord(1, "a", 3));
        QCOMPARE(wanted.size(), 2);
        m_panel->setRun(test::sampleRecord(2, "b", 3));
        QCOMPARE(wanted.size(), 3);
        QCOMPARE(wanted.last()[0].value<RunId>(), RunId{2});
    }

    void curvesShowStepsAndEpochsOnOneAxis() {
        m_panel->setRun(test::sampleRecord(1, "a", 4));
        m_panel->setCurrentTab(kCurvesTab);
        auto* loss = child<CurvesTab>(*m_panel, "curvesTab")->curves().loss();
        QTRY_COMPARE(loss->drawnPoints(kEpochsOfTraining), 4);
        QCOMPARE(loss->drawnPoints(kSteps), 0);
        m_panel->setSteps(RunId{1}, test::sampleSteps(4));
        QTRY_VERIFY(loss->drawnPoints(kSteps) > 4);
        QVERIFY(loss->visibleRange().left() < 0.1);
        QVERIFY(qAbs(loss->visibleRange().right() - 4.0) < 0.1);
    }

    void stepsOfAnotherRunAreDropped() {
        m_panel->setRun(test::sampleRecord(1, "a", 4));
        m_panel->setCurrentTab(kCurvesTab);
        auto* loss = child<CurvesTab>(*m_panel, "curvesTab")->curves().loss();
        m_panel->setSteps(RunId{2}, test::sampleSteps(4));
        QTRY_COMPARE(loss->drawnPoints(kEpochsOfTraining), 4);
        QCOMPARE(loss->drawnPoints(kSteps), 0);
    }

    void reportOfAnotherEpochCanBeChosenAndStaysChosen() {
        RunRecord run = test::sampleRecord(1, "a", 3);
        run.epochs[0].validation->confusion = {1, 2, 3, 4};
        m_panel->setRun(run);
        auto* epochs = child<QComboBox>(*m_panel, "reportEpoch");
        auto* table = child<QTableView>(*m_panel, "reportTable");
        QCOMPARE(epochs->count(), 4);
        const auto support = [table] { return table->model()->index(1, 4).data().toString(); };
        QCOMPARE(support(), QStringLiteral("31"));
        epochs->setCurrentIndex(1);
        QCOMPARE(support(), QStringLiteral("5"));
        m_panel->setRun(run);
        QCOMPARE(epochs->currentIndex(), 1);
        QCOMPARE(support(), QStringLiteral("5"));
        m_panel->setRun(test::sampleRecord(2, "b", 3));
        QCOMPARE(epochs->currentIndex(), 0);
        QCOMPARE(support(), QStringLiteral("31"));
    }

    void predictionsAreAskedForWhenTheReportIsSeenAndOncePerEpoch() {
        QSignalSpy wanted(m_panel.get(), &RunDetailPanel::predictionsWanted);
        m_panel->setRun(test::sampleRecord(1, "a", 2));
        QVERIFY(wanted.isEmpty());
        m_panel->setCurrentTab(kReportTab);
        QCOMPARE(wanted.size(), 1);
        QCOMPARE(wanted[0][0].value<RunId>(), RunId{1});
        QCOMPARE(wanted[0][1].toInt(), 2);
        m_panel->setRun(test::sampleRecord(1, "a", 2));
        QCOMPARE(wanted.size(), 1);
        m_panel->setRun(test::sampleRecord(1, "a", 3));
        QCOMPARE(wanted.size(), 2);
        child<QComboBox>(*m_panel, "reportEpoch")->setCurrentIndex(1);
        QCOMPARE(wanted.size(), 3);
        QCOMPARE(wanted[2][1].toInt(), 1);
        m_panel->setRun(test::sampleRecord(2, "without an epoch", 0));
        QCOMPARE(wanted.size(), 3);
    }

    void scoresAreThoseOfThePredictionsThatWereAskedFor() {
        m_panel->setRun(test::sampleRecord(1, "a", 2));
        m_panel->setCurrentTab(kReportTab);
        QCOMPARE(scores(), QStringLiteral("–|–|–|–|–"));
        const std::vector<Prediction> predictions{{"a", 0.9, 1, 0.9, 0.0},
                                                  {"b", 0.1, 0, 0.2, 0.0},
                                                  {"c", 0.8, 1, 0.4, 0.0},
                                                  {"d", 0.2, 0, 0.6, 0.0}};
        m_panel->setPredictions(RunId{2}, predictions);
        QCOMPARE(scores(), QStringLiteral("–|–|–|–|–"));
        m_panel->setPredictions(RunId{1}, predictions);
        // 3 of 4 pairs in order; 1/2 * 1 + 1/2 * 2/3; 4/5; (0.01 + 0.04 + 0.36 + 0.36) / 4, and of the roots
        QVERIFY2(scores().startsWith(QStringLiteral("0.750|0.833|80.0%|0.19")), qPrintable(scores()));
        QVERIFY2(scores().endsWith(QStringLiteral("|0.375")), qPrintable(scores()));
        const auto* roc = child<CurveChart>(*m_panel, "rocChart");
        QCOMPARE(roc->accessibleName(), QStringLiteral("ROC, AUC 0.750"));
        child<QComboBox>(*m_panel, "reportEpoch")->setCurrentIndex(1);
        QCOMPARE(scores(), QStringLiteral("–|–|–|–|–"));
        QCOMPARE(roc->accessibleName(), QStringLiteral("ROC"));
    }

    void reportIsCopiedAsScikitLearnPrintsIt() {
        m_panel->setRun(test::sampleRecord(1, "a"));
        m_panel->setCurrentTab(kReportTab);
        QTest::mouseClick(child<QPushButton>(*m_panel, "reportCopy"), Qt::LeftButton);
        const ConfusionMatrix matrix{25, 8, 41, 6};
        QCOMPARE(QGuiApplication::clipboard()->text().toStdString(), ClassificationReport::of(matrix).text());
    }

    void configurationMarksWhatWasChangedAndShowsTheDefault() {
        RunRecord run = test::sampleRecord(1, "a");
        run.summary.config.learningRate = 0.0001;
        m_panel->setRun(run);
        auto* tree = child<QTreeWidget>(*m_panel, "configurationTree");
        int bold = 0;
        int fields = 0;
        for (QTreeWidgetItemIterator it(tree); *it; ++it) {
            fields += (*it)->childCount() == 0 ? 1 : 0;
            if ((*it)->font(1).bold()) {
                ++bold;
                QCOMPARE((*it)->text(0), QStringLiteral("Learning rate"));
                QCOMPARE((*it)->text(1), QStringLiteral("0.0001"));
                QCOMPARE((*it)->text(2), QStringLiteral("0.001"));
            }
        }
        QCOMPARE(bold, 1);
        QCOMPARE(static_cast<std::size_t>(fields), configFields().size());
    }

    void copiedConfigurationReadsBackTheSame() {
        RunRecord run = test::sampleRecord(1, "a");
        run.summary.config.sampler = Sampler::Weighted;
        run.summary.config.seed = 7;
        m_panel->setRun(run);
        child<QPushButton>(*m_panel, "configurationCopy")->click();
        const auto config = configFromJson(QGuiApplication::clipboard()->text().toStdString());
        QVERIFY(config.has_value());
        QCOMPARE(*config, run.summary.config);
    }

    void environmentNamesWhatItKnowsAndKeepsTheRest() {
        m_panel->setRun(test::sampleRecord(1, "a"));
        auto* facts = child<FactTable>(*m_panel, "environmentFacts");
        QCOMPARE(facts->findItems(QStringLiteral("LibTorch"), Qt::MatchExactly).value(0)->text(1),
                 QStringLiteral("1.13.1"));
        QCOMPARE(facts->findItems(QStringLiteral("something new"), Qt::MatchExactly).value(0)->text(1),
                 QStringLiteral("42"));
    }

    void memoryAndParametersAreWrittenForPeople() {
        RunRecord run = test::sampleRecord(1, "a");
        run.environment = {{"memory", "16318480 kB"}, {"parameters", "22981033"}};
        m_panel->setRun(run);
        auto* facts = child<FactTable>(*m_panel, "environmentFacts");
        QCOMPARE(facts->findItems(QStringLiteral("Memory"), Qt::MatchExactly).value(0)->text(1),
                 QStringLiteral("15.6 GiB"));
        QCOMPARE(facts->findItems(QStringLiteral("Parameters"), Qt::MatchExactly).value(0)->text(1),
                 QStringLiteral("22,981,033"));
    }

    void filesListCheckpointsSkippedFilesAndLog() {
        m_panel->setRun(test::sampleRecord(1, "a"));
        const QTreeWidgetItem* checkpoint = child<FactTable>(*m_panel, "filesCheckpoints")->topLevelItem(0);
        QCOMPARE(checkpoint->text(0), QStringLiteral("best"));
        QCOMPARE(checkpoint->text(2), QStringLiteral("92.0 MB"));
        QVERIFY(Qt::Alignment(checkpoint->textAlignment(2)).testFlag(Qt::AlignRight));
        QCOMPARE(checkpoint->text(3), QStringLiteral("best.safetensors"));
        QCOMPARE(checkpoint->text(4), QString(64, QLatin1Char('a')));
        QCOMPARE(child<FactTable>(*m_panel, "filesSkipped")->topLevelItem(0)->text(1),
                 QStringLiteral("it is cut off"));
    }

    void logBeginsWithWhatWasFoundBeforeTheStart() {
        m_panel->setRun(test::sampleRecord(1, "a"));
        const auto* log = child<FactTable>(*m_panel, "filesLog");
        QCOMPARE(log->topLevelItem(0)->text(1), QStringLiteral("Warning, accepted"));
        QCOMPARE(log->topLevelItem(0)->text(2), QStringLiteral("Photographs are shared. Found: wall.jpg."));
        QCOMPARE(log->topLevelItem(1)->text(1), QStringLiteral("Note"));
        QCOMPARE(log->topLevelItem(2)->text(1), QStringLiteral("Warning"));
        QCOMPARE(log->topLevelItem(2)->text(2), QStringLiteral("one file was skipped"));
    }

    void clearedPanelShowsNoRun() {
        m_panel->setRun(test::sampleRecord(1, "a"));
        QVERIFY(child<QTabWidget>(*m_panel, "runDetailTabs")->isVisible());
        m_panel->clear();
        QVERIFY(!child<QTabWidget>(*m_panel, "runDetailTabs")->isVisible());
        QVERIFY(!m_panel->shownRun());
    }

private:
    /// The values beside the report.
    QString scores() const {
        const auto* table = child<FactTable>(*m_panel, "reportScores");
        QStringList values;
        for (int row = 0; row < table->topLevelItemCount(); ++row) {
            values.append(table->topLevelItem(row)->text(1).remove(QChar(QChar::Nbsp)));
        }
        return values.join(QLatin1Char('|'));
    }

    CurveChart* lossChart(int tab) const {
        return tab == kOverviewTab ? m_panel->findChild<OverviewTab*>()->curves().loss()
                                   : m_panel->findChild<CurvesTab*>()->curves().loss();
    }

    /// The tab of that name, in the language of the row.
    void fitsTheNarrowestPanel(const char* name) const {
        QFETCH(QString, language);
        const test::InLanguage inLanguage(language);
        RunDetailPanel panel(*Workspace::open(m_folder->path().toStdString()));
        panel.setRun(test::sampleRecord(1, "a", 4));
        panel.show();
        const auto* tab = child<QScrollArea>(panel, name);
        const int room = panel.minimumWidth() - tab->verticalScrollBar()->sizeHint().width();
        const int needed = tab->widget()->minimumSizeHint().width();
        QVERIFY2(needed <= room, qPrintable(QStringLiteral("needs %1, has %2").arg(needed).arg(room)));
    }

    /// Over the middle of the chart; true where the chart is zoomed then.
    static bool turnWheel(CurveChart& chart, Qt::KeyboardModifier key) {
        QWidget* surface = chart.findChild<CurveView*>()->viewport();
        const QPointF middle = QRectF(surface->rect()).center();
        QWheelEvent wheel(middle, surface->mapToGlobal(middle), {}, {0, 120}, Qt::NoButton, key,
                          Qt::NoScrollPhase, false);
        QApplication::sendEvent(surface, &wheel);
        return chart.isZoomed();
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<RunDetailPanel> m_panel;
};

QTEST_MAIN(tst_RunDetailPanel)
#include "tst_RunDetailPanel.moc"
