#include "core/config/ConfigJson.h"
#include "tests/support/TestImages.h"
#include "ui/common/Banner.h"
#include "ui/common/HistogramChart.h"
#include "ui/common/RecentPaths.h"
#include "ui/launch/LaunchPage.h"
#include "ui/launch/SampleStrip.h"
#include "ui/launch/WeightsLine.h"

#include <QCheckBox>
#include <QDialogButtonBox>
#include <QDir>
#include <QFileDialog>
#include <QInputDialog>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QMenu>
#include <QMessageBox>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>

#include <algorithm>

namespace fissure::ui {

class tst_LaunchPage : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() {
        m_request.config.trainDir = m_folder.filePath(QStringLiteral("train")).toStdString();
        m_request.config.validDir = m_folder.filePath(QStringLiteral("valid")).toStdString();
        m_request.config.backbone = Backbone::ResNet18;
        m_request.config.imageSizePx = 32;
        m_request.config.batchSize = 8;
        m_request.config.epochs = 4;
        m_request.name = "weighted 1:2";
        m_request.tags = {"baseline", "uav"};
        fissure::test::writeCrops(m_request.config.trainDir, 24, 32);
        fissure::test::writeCrops(m_request.config.validDir, 8, 32, 100, "floor");
        QFile stray(m_folder.filePath(QStringLiteral("train/holiday.txt")));
        QVERIFY(stray.open(QIODevice::WriteOnly));
    }

    void init() {
        m_page = std::make_unique<LaunchPage>(m_recent);
        m_page->resize(1280, 800);
        m_page->show();
    }

    void requestComesBackAsItWasSet() {
        m_page->setRequest(m_request);
        const RunRequest back = m_page->request();
        QCOMPARE(back.config, m_request.config);
        QCOMPARE(back.name, m_request.name);
        QCOMPARE(back.tags, m_request.tags);
    }

    void dataSetFillsItsFieldAndLeavesTheRest() {
        m_page->setRequest(m_request);
        m_page->useDataset("/data/other", DatasetRole::Valid);
        RunRequest expected = m_request;
        expected.config.validDir = "/data/other";
        QCOMPARE(m_page->request().config, expected.config);
        QCOMPARE(m_page->request().name, expected.name);
        m_page->useDataset("/data/more", DatasetRole::Train);
        expected.config.trainDir = "/data/more";
        QCOMPARE(m_page->request().config, expected.config);
    }

    void fetchedWeightsFillTheirFieldAndLeaveTheRest() {
        m_page->setRequest(m_request);
        QVERIFY(child<QLabel>("randomWeights").isVisible());
        RunRequest expected = m_request;
        expected.config.initialWeights = m_folder.filePath(QStringLiteral("train/holiday.txt")).toStdString();
        Q_EMIT m_page->findChild<WeightsLine*>()->chosen(expected.config);
        QCOMPARE(m_page->request().config, expected.config);
        QVERIFY(!child<QLabel>("randomWeights").isVisible());
    }

    void dataSetLeavesWrongInputElsewhere() {
        m_page->setRequest(m_request);
        typeEpochs("0");
        m_page->useDataset(m_request.config.validDir, DatasetRole::Train);
        QCOMPARE(m_page->request().config.trainDir, m_request.config.validDir);
        QVERIFY(m_page->obstacle().startsWith(QStringLiteral("Epochs: Enter")));
    }

    void folderThatWasFilledElsewhereIsReadOnReturn() {
        RunRequest request = m_request;
        request.config.trainDir = m_folder.filePath(QStringLiteral("built later")).toStdString();
        QVERIFY(QDir().mkpath(QString::fromStdString(request.config.trainDir)));
        m_page->setRequest(request);
        QTRY_VERIFY(m_page->obstacle().contains(QStringLiteral("built later")));
        m_page->hide();
        fissure::test::writeCrops(request.config.trainDir, 24, 32);
        m_page->show();
        QTRY_VERIFY2(m_page->obstacle().isEmpty(), qPrintable(m_page->obstacle()));
        QCOMPARE(child<QLabel>("trainCrack").text(), QStringLiteral("12"));
    }

    void folderThatWasMissingIsReadOnReturn() {
        RunRequest request = m_request;
        request.config.trainDir = m_folder.filePath(QStringLiteral("made later")).toStdString();
        m_page->setRequest(request);
        QVERIFY(m_page->obstacle().startsWith(QStringLiteral("Training proposals")));
        m_page->hide();
        fissure::test::writeCrops(request.config.trainDir, 24, 32);
        m_page->show();
        QTRY_VERIFY2(m_page->obstacle().isEmpty(), qPrintable(m_page->obstacle()));
    }

    void startWaitsForAFolderAndForTheScan() {
        QVERIFY(!start().isEnabled());
        QVERIFY(m_page->obstacle().contains(QStringLiteral("Training proposals")));
        m_page->setRequest(m_request);
        QVERIFY(m_page->obstacle().contains(QStringLiteral("Looking into the folders")));
        QTRY_VERIFY(m_page->obstacle().isEmpty());
        QVERIFY(start().isEnabled());
    }

    void editThatLeavesTheDataAloneKeepsTheStartReady() {
        m_page->setRequest(m_request);
        QTRY_VERIFY(m_page->obstacle().isEmpty());
        RunRequest request = m_request;
        request.config.epochs = 7;
        request.config.imageSizePx = 64;
        m_page->setRequest(request);
        QVERIFY(m_page->obstacle().isEmpty());
        QVERIFY(start().isEnabled());
        // The pictures and the figures follow.
        QTRY_VERIFY(child<QLabel>("previewFacts").text().contains(QStringLiteral("7 epochs")));
        request.config.labelIou = 0.4;
        m_page->setRequest(request);
        QVERIFY(m_page->obstacle().contains(QStringLiteral("Looking into the folders")));
        QTRY_VERIFY(m_page->obstacle().isEmpty());
    }

    void startDuringTheScanFollowsIt() {
        QSignalSpy requested(m_page.get(), &LaunchPage::startRequested);
        m_page->setRequest(m_request);
        QVERIFY(start().isEnabled());
        start().click();
        QCOMPARE(requested.count(), 0);
        QVERIFY(!start().isEnabled());
        QTRY_COMPARE(requested.count(), 1);
        QCOMPARE(requested[0][0].value<RunRequest>().config, m_request.config);
        // It was one wish for one run.
        QVERIFY(start().isEnabled());
        RunRequest other = m_request;
        other.config.labelIou = 0.4;
        m_page->setRequest(other);
        QTRY_VERIFY(m_page->obstacle().isEmpty());
        QCOMPARE(requested.count(), 1);
    }

    void startDuringTheScanIsForgottenWhenTheConfigurationChanges() {
        QSignalSpy requested(m_page.get(), &LaunchPage::startRequested);
        m_page->setRequest(m_request);
        start().click();
        RunRequest other = m_request;
        other.config.labelIou = 0.4;
        m_page->setRequest(other);
        QTRY_VERIFY(m_page->obstacle().isEmpty());
        QCOMPARE(requested.count(), 0);
    }

    void startDuringTheScanIsForgottenWhenTheDataWillNotDo() {
        QSignalSpy requested(m_page.get(), &LaunchPage::startRequested);
        RunRequest request = m_request;
        request.config.labelIou = 0.99;
        m_page->setRequest(request);
        start().click();
        QTRY_VERIFY(m_page->obstacle().contains(QStringLiteral("one class")));
        QVERIFY(!start().isEnabled());
        m_page->setRequest(m_request);
        QTRY_VERIFY(m_page->obstacle().isEmpty());
        QCOMPARE(requested.count(), 0);
    }

    void timeIsEstimatedFromTheRunsSoFar() {
        m_page->setRequest(m_request);
        QTRY_VERIFY(m_page->obstacle().isEmpty());
        auto& facts = child<QLabel>("previewFacts");
        QVERIFY2(facts.text().contains(QStringLiteral("not known before the first run")),
                 qPrintable(facts.text()));
        RunSummary run;
        run.id = RunId{7};
        run.config = m_request.config;
        run.best = EpochMetrics{};
        run.best->imagesPerSecond = 10.0;
        m_page->setHistory({run});
        QVERIFY2(facts.text().contains(QStringLiteral("going by run 7")), qPrintable(facts.text()));
        m_page->setHistory({});
        QVERIFY(facts.text().contains(QStringLiteral("not known before the first run")));
    }

    void startHandsTheRequestOn() {
        m_page->setRequest(m_request);
        QTRY_VERIFY(m_page->obstacle().isEmpty());
        QSignalSpy requested(m_page.get(), &LaunchPage::startRequested);
        start().click();
        QCOMPARE(requested.count(), 1);
        QCOMPARE(requested[0][0].value<RunRequest>().config, m_request.config);
    }

    void keyboardStartsToo() {
        m_page->setRequest(m_request);
        QTRY_VERIFY(m_page->obstacle().isEmpty());
        QSignalSpy requested(m_page.get(), &LaunchPage::startRequested);
        m_page->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_page.get()));
        QTest::keyClick(m_page.get(), Qt::Key_Return, Qt::ControlModifier);
        QCOMPARE(requested.count(), 1);
    }

    void activeRunDisablesTheStart() {
        m_page->setRequest(m_request);
        QTRY_VERIFY(m_page->obstacle().isEmpty());
        m_page->setRunning(true);
        QVERIFY(!start().isEnabled());
        QVERIFY(child<QLabel>("startObstacle").text().contains(QStringLiteral("A run is active")));
        m_page->setRunning(false);
        QVERIFY(start().isEnabled());
    }

    void runCanBeQueuedWhileAnotherTrains() {
        m_page->setRequest(m_request);
        QTRY_VERIFY(m_page->obstacle().isEmpty());
        m_page->setRunning(true);
        QSignalSpy queued(m_page.get(), &LaunchPage::queueRequested);
        QVERIFY(child<QLabel>("startObstacle").text().contains(QStringLiteral("queue")));
        QVERIFY(child<QPushButton>("addToQueue").isEnabled());
        child<QPushButton>("addToQueue").click();
        QCOMPARE(queued.count(), 1);
        const auto request = queued[0][0].value<RunRequest>();
        QCOMPARE(request.config, m_request.config);
        QCOMPARE(request.name, m_request.name);
        QCOMPARE(request.tags, m_request.tags);
        m_page->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_page.get()));
        QTest::keyClick(m_page.get(), Qt::Key_Return, Qt::ControlModifier | Qt::ShiftModifier);
        QCOMPARE(queued.count(), 2);
    }

    void runIsQueuedOnceTheFoldersAreRead() {
        QSignalSpy queued(m_page.get(), &LaunchPage::queueRequested);
        m_page->setRequest(m_request);
        m_page->setRunning(true);
        child<QPushButton>("addToQueue").click();
        QCOMPARE(queued.count(), 0);
        QVERIFY(!child<QPushButton>("addToQueue").isEnabled());
        QVERIFY2(m_page->obstacle().startsWith(QStringLiteral("The run is queued as soon as")),
                 qPrintable(m_page->obstacle()));
        m_page->setRunning(false); // ends meanwhile
        QTRY_COMPARE(queued.count(), 1);
        QCOMPARE(queued[0][0].value<RunRequest>().config, m_request.config);
        QVERIFY(m_page->obstacle().isEmpty());
    }

    void runWithWarningsIsNotQueuedBeforeTheyAreAccepted() {
        QSignalSpy queued(m_page.get(), &LaunchPage::queueRequested);
        RunRequest request = m_request;
        request.config.sampler = Sampler::Sequential;
        m_page->setRequest(request);
        child<QPushButton>("addToQueue").click();
        QTRY_VERIFY(m_page->obstacle().startsWith(QStringLiteral("Accept the 1 warning")));
        QCOMPARE(queued.count(), 0);
        child<QCheckBox>("acceptWarnings").click();
        child<QPushButton>("addToQueue").click();
        QCOMPARE(queued.count(), 1);
        QCOMPARE(queued[0][0].value<RunRequest>().accepted.codes,
                 std::set<std::string>{"sequential-sampler"});
    }

    void whatCannotTrainCannotBeQueued() {
        QSignalSpy queued(m_page.get(), &LaunchPage::queueRequested);
        QVERIFY(!child<QPushButton>("addToQueue").isEnabled());
        m_page->setRequest(m_request);
        QVERIFY(child<QPushButton>("addToQueue").isEnabled());
        m_page->setRunning(true);
        typeEpochs("0");
        QVERIFY(!child<QPushButton>("addToQueue").isEnabled());
        // Why not is said although a run is active.
        QVERIFY(m_page->obstacle().startsWith(QStringLiteral("Epochs: Enter")));
        RunRequest request = m_request;
        request.config.labelIou = 0.99;
        m_page->setRequest(request);
        QTRY_VERIFY(m_page->obstacle().contains(QStringLiteral("one class")));
        QVERIFY(!child<QPushButton>("addToQueue").isEnabled());
        QCOMPARE(queued.count(), 0);
    }

    void strategyLeavesTheRestOfTheFormAlone() {
        m_page->setRequest(m_request);
        typeEpochs("0");
        trigger(presetAction(QStringLiteral("Weighted sampling 1:2")));
        RunConfig expected = m_request.config;
        expected.sampler = Sampler::Weighted;
        expected.crackWeight = 2.0;
        QCOMPARE(m_page->request().config, expected);
        QCOMPARE(m_page->request().name, m_request.name);
        // What was typed wrongly still stands to be mended.
        QVERIFY(m_page->obstacle().startsWith(QStringLiteral("Epochs: Enter")));
    }

    void presetIsSavedChosenReplacedAndDeleted() {
        QSignalSpy changed(m_page.get(), &LaunchPage::presetsChanged);
        m_page->setRequest(m_request);
        QVERIFY(presetAction(QStringLiteral("Delete preset")) != nullptr);
        QVERIFY(!presetAction(QStringLiteral("Delete preset"))->isEnabled());
        savePreset(QStringLiteral("  short & sweet "));
        QTRY_COMPARE(changed.count(), 1);

        RunRequest other = m_request;
        other.config.epochs = 9;
        other.config.seed = 7;
        m_page->setRequest(other);
        trigger(presetAction(QStringLiteral("short && sweet")));
        other.config.epochs = m_request.config.epochs;
        QCOMPARE(m_page->request().config, other.config);

        other.config.epochs = 11;
        m_page->setRequest(other);
        savePreset(QStringLiteral("short & sweet"));
        QTRY_VERIFY(question("replacePresetQuestion") != nullptr);
        QCOMPARE(changed.count(), 1);
        question("replacePresetQuestion")->button(QMessageBox::Cancel)->click();
        QTRY_VERIFY(question("replacePresetQuestion") == nullptr);
        QCOMPARE(changed.count(), 1);
        savePreset(QStringLiteral("short & sweet"));
        QTRY_VERIFY(question("replacePresetQuestion") != nullptr);
        child<QPushButton>("replacePresetConfirm").click();
        QCOMPARE(changed.count(), 2);

        RecentPaths recent;
        LaunchPage next(recent);
        next.setPresets(m_page->presets());
        QCOMPARE(next.presets(), m_page->presets());
        QVERIFY(next.presets().contains("\"epochs\":11"));

        trigger(presetAction(QStringLiteral("Delete preset"))->menu()->actions().front());
        QTRY_VERIFY(question("deletePresetQuestion") != nullptr);
        QVERIFY(question("deletePresetQuestion")->text().contains(QStringLiteral("“short & sweet”")));
        child<QPushButton>("deletePresetConfirm").click();
        QCOMPARE(changed.count(), 3);
        QVERIFY(m_page->presets().isEmpty());
        QVERIFY(presetAction(QStringLiteral("short && sweet")) == nullptr);
    }

    void presetNeedsAName() {
        m_page->setRequest(m_request);
        trigger(presetAction(QStringLiteral("Save as preset…")));
        auto* dialog = m_page->findChild<QInputDialog*>();
        QVERIFY(dialog != nullptr);
        auto* save = dialog->findChild<QDialogButtonBox*>()->button(QDialogButtonBox::Ok);
        QVERIFY(!save->isEnabled());
        dialog->setTextValue(QStringLiteral("   "));
        QVERIFY(!save->isEnabled());
        dialog->setTextValue(QStringLiteral("mine"));
        QVERIFY(save->isEnabled());
        dialog->reject();
        QVERIFY(m_page->presets().isEmpty());
    }

    void wrongValuesAreNotSavedAsAPreset() {
        m_page->setRequest(m_request);
        typeEpochs("0");
        trigger(presetAction(QStringLiteral("Save as preset…")));
        QVERIFY(m_page->findChild<QInputDialog*>() == nullptr);
        QVERIFY(m_page->findChild<Banner*>()->text().contains(QStringLiteral("Epochs: Enter")));
    }

    void presetIsSavedWithoutFolders() {
        trigger(presetAction(QStringLiteral("Save as preset…")));
        QVERIFY(m_page->findChild<QInputDialog*>() != nullptr);
    }

    void unknownSettingsOfAPresetAreSaidInTheBanner() {
        m_page->setPresets(R"([{"name": "newer", "config": {"epochs": 6, "mixup": 0.2, "ema": true}}])");
        m_page->setRequest(m_request);
        trigger(presetAction(QStringLiteral("newer")));
        QCOMPARE(m_page->request().config.epochs, std::int64_t{6});
        QCOMPARE(m_page->request().config.trainDir, m_request.config.trainDir);
        auto* banner = m_page->findChild<Banner*>();
        QVERIFY(banner->isVisibleTo(m_page.get()));
        QVERIFY2(banner->text().contains(QStringLiteral("“newer”")), qPrintable(banner->text()));
        QVERIFY2(banner->text().endsWith(QStringLiteral(": ema, mixup.")), qPrintable(banner->text()));
        trigger(presetAction(QStringLiteral("Shuffle, BCE")));
        QVERIFY(!banner->isVisibleTo(m_page.get()));
    }

    void previewCountsWhatWillBeUsed() {
        RunRequest request = m_request;
        request.config.trainNegatives = 5;
        m_page->setRequest(request);
        QTRY_VERIFY(m_page->obstacle().isEmpty());
        QCOMPARE(child<QLabel>("trainCrack").text(), QStringLiteral("12"));
        QCOMPARE(child<QLabel>("trainNoCrack").text(), QStringLiteral("5"));
        QCOMPARE(child<QLabel>("trainUnused").text(), QStringLiteral("7"));
        QCOMPARE(child<QLabel>("trainRejected").text(), QStringLiteral("1"));
        QCOMPARE(child<QLabel>("validCrack").text(), QStringLiteral("4"));
        // Where the names give the labels the recipe's threshold is shown.
        QCOMPARE(child<HistogramChart>("trainHistogram").threshold(), std::optional(0.5));
        QTRY_COMPARE(child<SampleStrip>("sampleStrip").samples().size(),
                     std::size_t(PreviewScanner::kSamples));
        auto& fold = child<QToolButton>("rejectedFold");
        QVERIFY(fold.isVisibleTo(m_page.get()));
        fold.click();
        QCOMPARE(child<QListWidget>("rejectedList").count(), 1);
        QVERIFY(child<QListWidget>("rejectedList").item(0)->text().startsWith(QStringLiteral("holiday.txt")));

        request.config.labelIou = 0.4;
        m_page->setRequest(request);
        QTRY_COMPARE(child<HistogramChart>("trainHistogram").threshold(), std::optional(0.4));
    }

    void warningsHaveToBeAcceptedBeforeTheStart() {
        RunRequest request = m_request;
        request.config.sampler = Sampler::Sequential;
        m_page->setRequest(request);
        QTRY_VERIFY2(m_page->obstacle().startsWith(QStringLiteral("Accept the 1 warning")),
                     qPrintable(m_page->obstacle()));
        QVERIFY(!start().isEnabled());
        QVERIFY(!child<QPushButton>("addToQueue").isEnabled());
        child<QCheckBox>("acceptWarnings").click();
        QVERIFY(m_page->obstacle().isEmpty());
        QVERIFY(child<QPushButton>("addToQueue").isEnabled());
        QSignalSpy requested(m_page.get(), &LaunchPage::startRequested);
        start().click();
        QCOMPARE(requested.count(), 1);
        QCOMPARE(requested[0][0].value<RunRequest>().accepted.codes,
                 std::set<std::string>{"sequential-sampler"});
    }

    void startLeadsToTheWarningsThatWaitToBeAccepted() {
        RunRequest request = m_request;
        request.config.sampler = Sampler::Sequential;
        m_page->resize(1280, 420); // so that the box may be scrolled away
        m_page->setRequest(request);
        QTRY_VERIFY(m_page->obstacle().startsWith(QStringLiteral("Accept the 1 warning")));
        m_page->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_page.get()));
        auto& box = child<QCheckBox>("acceptWarnings");
        auto& line = child<QLabel>("startObstacle");
        QVERIFY2(line.text().contains(QStringLiteral("<a href")), qPrintable(line.text()));
        for (const bool isByKey : {true, false}) {
            child<QLineEdit>("runName").setFocus();
            QVERIFY(!box.hasFocus());
            if (isByKey) {
                QTest::keyClick(m_page.get(), Qt::Key_Return, Qt::ControlModifier);
            } else {
                Q_EMIT line.linkActivated(QStringLiteral("#"));
            }
            QVERIFY(box.hasFocus());
            QVERIFY(!box.visibleRegion().isEmpty());
        }
    }

    void cropsThatWereNotOpenedAreSaidBesideTheStart() {
        auto& hint = child<QLabel>("cropsUnchecked");
        QVERIFY(!hint.isVisible());
        m_page->setRequest(m_request);
        QTRY_VERIFY(hint.isVisible());
        QVERIFY(m_page->obstacle().isEmpty()); // it is no obligation
        Q_EMIT hint.linkActivated(QStringLiteral("#"));
        QVERIFY(!hint.isVisible());
        QCOMPARE(child<QPushButton>("checkData").text(), QStringLiteral("Cancel"));
    }

    void checkedDataAndForecastGoWithTheRun() {
        m_page->setCache(m_folder.filePath(QStringLiteral("cache")).toStdString());
        m_page->setRequest(m_request);
        QTRY_VERIFY(m_page->obstacle().isEmpty());
        child<QPushButton>("checkData").click();
        auto& facts = child<QLabel>("previewFacts");
        QTRY_VERIFY_WITH_TIMEOUT(facts.text().contains(QStringLiteral("as measured on a few batches")),
                                 60'000);
        QSignalSpy requested(m_page.get(), &LaunchPage::startRequested);
        start().click();
        const auto request = requested.at(0).at(0).value<RunRequest>();
        QCOMPARE(request.findings.size(), std::size_t(1));
        QCOMPARE(request.findings.front().code, std::string("forecast"));
        const QDir cache(m_folder.filePath(QStringLiteral("cache")));
        QCOMPARE(cache.entryList({QStringLiteral("pixels-*")}, QDir::Files).size(), 2);
        // The forecast scales with the epochs.
        const QString before = facts.text();
        RunRequest longer = m_request;
        longer.config.epochs = 4000;
        m_page->setRequest(longer);
        QTRY_VERIFY(facts.text() != before);
        QTRY_VERIFY(facts.text().contains(QStringLiteral("as measured on a few batches")));
    }

    void oneClassOnlyCannotStart() {
        RunRequest request = m_request;
        request.config.labelIou = 0.99;
        m_page->setRequest(request);
        QTRY_VERIFY(m_page->obstacle().contains(QStringLiteral("one class")));
        QVERIFY(!start().isEnabled());
    }

    void wrongFieldIsNamedBesideTheButton() {
        m_page->setRequest(m_request);
        QTRY_VERIFY(m_page->obstacle().isEmpty());
        typeEpochs("0");
        QVERIFY(!start().isEnabled());
        QVERIFY(m_page->obstacle().startsWith(QStringLiteral("Epochs: Enter")));
    }

    void configurationIsSavedAndLoaded() {
        const QString file = m_folder.filePath(QStringLiteral("preset.json"));
        m_page->setRequest(m_request);
        answerDialog("saveConfiguration", file);
        QTRY_VERIFY(QFile::exists(file));
        QCOMPARE(*readConfigFile(file.toStdString()), m_request.config);

        m_page = std::make_unique<LaunchPage>(m_recent);
        m_page->show();
        answerDialog("loadConfiguration", file);
        QTRY_COMPARE(m_page->request().config, m_request.config);
    }

    void brokenConfigurationFileIsSaid() {
        const QString path = m_folder.filePath(QStringLiteral("broken.json"));
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("{ \"epochs\": ");
        file.close();
        answerDialog("loadConfiguration", path);
        auto* banner = m_page->findChild<Banner*>();
        QTRY_VERIFY(banner->isVisibleTo(m_page.get()));
        QVERIFY(banner->text().contains(QStringLiteral("broken.json")));
    }

    void unwritablePresetIsSaid() {
        answerDialog("saveConfiguration", m_folder.filePath(QStringLiteral("absent/preset.json")));
        auto* banner = m_page->findChild<Banner*>();
        QTRY_VERIFY(banner->text().contains(QStringLiteral("preset.json")));
    }

    void errorsAndWarningsShowInTheBanner() {
        auto* banner = m_page->findChild<Banner*>();
        QVERIFY(!banner->isVisibleTo(m_page.get()));
        m_page->showError(
            {ErrorCode::Unwritable, "/full/disk", "no space left on device", "free some space"});
        QVERIFY(banner->isVisibleTo(m_page.get()));
        QVERIFY(banner->text().contains(QStringLiteral("/full/disk")));
        m_page->showWarning(QStringLiteral("The BLAS is slow."));
        QVERIFY(banner->text().contains(QStringLiteral("/full/disk")));
        banner->findChild<QToolButton*>(QStringLiteral("bannerClose"))->click();
        QCOMPARE(banner->text(), QStringLiteral("The BLAS is slow."));
    }

    void errorOfTheWorkspaceStandsAsLongAsItLasts() {
        const auto isSaid = [this] {
            const auto banners = m_page->findChildren<Banner*>();
            return std::any_of(banners.begin(), banners.end(), [&](const Banner* banner) {
                return banner->isVisible() && banner->text().contains(QStringLiteral("fissure.db"));
            });
        };
        m_page->setWorkspaceError(
            Error{ErrorCode::Damaged, "/ws/fissure.db", "it is not a database", "restore it from a copy"});
        QVERIFY(isSaid());
        // A new configuration does not mend the workspace.
        m_page->setRequest(m_request);
        QVERIFY(isSaid());
        m_page->setWorkspaceError(std::nullopt);
        QVERIFY(!isSaid());
    }

    void recentFoldersSurviveARestart() {
        m_page->setRequest(m_request);
        QTRY_VERIFY(m_page->obstacle().isEmpty());
        start().click();
        const QByteArray state = m_page->saveState();
        RecentPaths recent;
        LaunchPage next(recent);
        QVERIFY(next.restoreState(state));
        QVERIFY(!next.restoreState(QByteArrayLiteral("other bytes")));
        auto* browse = next.findChild<QToolButton*>(QStringLiteral("trainDirBrowse"));
        Q_EMIT browse->menu()->aboutToShow();
        QVERIFY(std::ranges::any_of(browse->menu()->actions(), [&](const QAction* action) {
            return action->text() == QString::fromStdString(m_request.config.trainDir);
        }));
    }

private:
    QPushButton& start() { return child<QPushButton>("startRun"); }

    template <class Widget>
    Widget& child(const char* name) {
        auto* found = m_page->findChild<Widget*>(QString::fromLatin1(name));
        if (found == nullptr) {
            qFatal("the page lacks %s", name);
        }
        return *found;
    }

    void typeEpochs(const char* text) {
        auto* line = m_page->findChild<QWidget*>(QStringLiteral("epochs"))->findChild<QLineEdit*>();
        line->selectAll();
        QTest::keyClicks(line, QString::fromLatin1(text));
    }

    /// The entry of the menu of presets as it is when it opens; nullptr where there is none.
    QAction* presetAction(const QString& text) {
        QMenu* menu = child<QPushButton>("presets").menu();
        Q_EMIT menu->aboutToShow();
        const auto actions = menu->actions();
        const auto found = std::ranges::find_if(
            actions, [&](const QAction* action) { return action->text() == text && !action->isSeparator(); });
        return found == actions.end() ? nullptr : *found;
    }

    static void trigger(QAction* action) {
        QVERIFY(action != nullptr);
        action->trigger();
    }

    /// Goes through the menu and the dialog that asks for the name.
    void savePreset(const QString& name) {
        trigger(presetAction(QStringLiteral("Save as preset…")));
        auto* dialog = m_page->findChild<QInputDialog*>();
        QVERIFY(dialog != nullptr);
        dialog->setTextValue(name);
        dialog->accept();
        QTRY_VERIFY(m_page->findChild<QInputDialog*>() == nullptr);
    }

    QMessageBox* question(const char* name) {
        return m_page->findChild<QMessageBox*>(QString::fromLatin1(name));
    }

    /// Opens the dialog of a button and lets it choose the file.
    void answerDialog(const char* button, const QString& file) {
        child<QPushButton>(button).click();
        auto* dialog = m_page->findChild<QFileDialog*>();
        QVERIFY(dialog != nullptr);
        Q_EMIT dialog->fileSelected(file);
        dialog->close();
    }

    QTemporaryDir m_folder;
    RunRequest m_request;
    RecentPaths m_recent;
    std::unique_ptr<LaunchPage> m_page;
};

} // namespace fissure::ui

QTEST_MAIN(fissure::ui::tst_LaunchPage)

#include "tst_LaunchPage.moc"
