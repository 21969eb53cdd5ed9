#include "core/data/ImageFile.h"
#include "tests/core/data/DrawnWalls.h"
#include "tests/support/TestImages.h"
#include "tests/ui/support/FakeSession.h"
#include "tests/ui/support/InLanguage.h"
#include "tests/ui/support/SteeredSession.h"
#include "ui/MainWindow.h"
#include "ui/RunStatusBar.h"
#include "ui/common/Banner.h"
#include "ui/common/ElidedLabel.h"
#include "ui/data/DataPage.h"
#include "ui/data/DatasetBuilder.h"
#include "ui/data/DatasetLibrary.h"
#include "ui/gallery/GalleryPage.h"
#include "ui/launch/LaunchPage.h"
#include "ui/run/RunController.h"
#include "ui/run/RunLibrary.h"
#include "ui/settings/Language.h"
#include "ui/settings/Settings.h"

#include <QAbstractItemView>
#include <QCheckBox>
#include <QComboBox>
#include <QFile>
#include <QFileInfo>
#include <QLabel>
#include <QLineEdit>
#include <QMessageBox>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>

namespace fissure::ui {

class tst_MainWindow : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() {
        m_folder = std::make_unique<QTemporaryDir>();
        m_workspace = *Workspace::open(path("workspace").toStdString());
        m_settings = std::make_unique<Settings>(path("fissure.ini"));
        m_build = &buildProposals;
    }

    void cleanup() {
        m_window.reset();
        m_datasets.reset();
        m_library.reset();
        m_controller.reset();
        m_session.reset();
    }

    /// The whole way of a user: fill the form, train, watch, find the run, look at its errors.
    void runIsLaunchedFollowedFoundAndInspected() {
        writeUndecidableCrops(path("train"), 16);
        writeUndecidableCrops(path("valid"), 12);
        openWindow(std::make_unique<TrainingSession>(*m_workspace, m_clock));
        type("trainDir", path("train"));
        type("validDir", path("valid"));
        auto& backbone = child<QComboBox>("backbone");
        backbone.setFocus();
        QTest::keyClicks(&backbone, QStringLiteral("resnet18"));
        type("imageSize", QStringLiteral("32"));
        type("epochs", QStringLiteral("1"));
        type("batchSize", QStringLiteral("8"));
        child<QLineEdit>("runName").setText(QStringLiteral("first light"));
        // Both folders hold crops of one photograph.
        QTRY_VERIFY(child<QCheckBox>("acceptWarnings").isVisible());
        child<QCheckBox>("acceptWarnings").click();
        QTRY_VERIFY(child<QPushButton>("startRun").isEnabled());
        QTest::mouseClick(&child<QPushButton>("startRun"), Qt::LeftButton);

        QTRY_COMPARE(m_window->currentPage(), Page::Live);
        QTRY_VERIFY(statusText().contains(QStringLiteral("first light")));
        QTRY_VERIFY_WITH_TIMEOUT(!m_controller->isRunning(), 30'000);
        QTRY_COMPARE(statusText(), QStringLiteral("Run 1 “first light”: Finished"));

        QTest::keyClick(m_window.get(), Qt::Key_3, Qt::ControlModifier);
        QCOMPARE(m_window->currentPage(), Page::Runs);
        QTRY_COMPARE(child<QAbstractItemView>("runTable").model()->rowCount(), 1);

        QTest::keyClick(m_window.get(), Qt::Key_4, Qt::ControlModifier);
        QCOMPARE(m_window->currentPage(), Page::Inspect);
        const auto* gallery = m_window->findChild<GalleryPage*>();
        QTRY_VERIFY(gallery->model().rowCount() > 0);
        QCOMPARE(gallery->model().predictionCount(), 12);
        QVERIFY(isWrong(gallery->model().outcome(0)));
    }

    void keysAndRailOpenThePages() {
        openWindow(neverEnding());
        const std::array<const char*, 6> buttons{"railNew",     "railLive", "railRuns",
                                                 "railInspect", "railData", "railSettings"};
        for (int number = 6; number >= 1; --number) {
            QTest::keyClick(m_window.get(), static_cast<Qt::Key>(Qt::Key_0 + number), Qt::ControlModifier);
            QCOMPARE(m_window->currentPage(), static_cast<Page>(number - 1));
            QVERIFY(child<QAbstractButton>(buttons[static_cast<std::size_t>(number - 1)]).isChecked());
        }
        child<QAbstractButton>("railInspect").click();
        QCOMPARE(m_window->currentPage(), Page::Inspect);
    }

    void titleAndStatusCarryTheProgress() {
        openWindow(std::make_unique<test::FakeSession>(
            [](const RunRequest&, TrainObserver& observer, std::stop_token stop) -> Result<RunResult> {
                observer.onStarted(test::startedRun());
                for (int step = 1; step <= 10; ++step) {
                    observer.onStep(test::stepOf(1, step));
                }
                test::waitForStop(stop);
                return RunResult{RunId{41}, RunStatus::Stopped, "stopped by the user", {}};
            }));
        QCOMPARE(m_window->windowTitle(), QStringLiteral("Fissure"));
        QVERIFY(m_controller->start({}));
        QTRY_VERIFY(child<QLabel>("statusEpoch").isVisible());
        QCOMPARE(child<QLabel>("statusEpoch").text(), QStringLiteral("epoch 1/3"));
        QVERIFY2(m_window->windowTitle().contains(QLatin1Char('%')), qPrintable(m_window->windowTitle()));
        m_window->openPage(Page::Settings);
        QTest::mouseClick(&child<RunStatusBar>("runStatusBar"), Qt::LeftButton, {}, QPoint(900, 16));
        QCOMPARE(m_window->currentPage(), Page::Live);
        m_controller->stop();
        QTRY_COMPARE(m_window->windowTitle(), QStringLiteral("Fissure"));
        QVERIFY(statusText().endsWith(QStringLiteral("Stopped")));
    }

    void statusBarAndLivePageTellTheSameTime() {
        openWindow(std::make_unique<test::FakeSession>(
            [](const RunRequest&, TrainObserver& observer, std::stop_token stop) -> Result<RunResult> {
                RunStarted started = test::startedRun(10, 3);
                started.validProposals = 8 * started.config.batchSize;
                observer.onStarted(started);
                for (int step = 1; step <= 10; ++step) {
                    observer.onStep(test::stepOf(1, step));
                }
                for (const int batch : {1, 4, 8}) {
                    observer.onValidationProgress({1, batch, 8});
                }
                test::waitForStop(stop);
                return RunResult{RunId{41}, RunStatus::Stopped, "stopped by the user", {}};
            }));
        QVERIFY(m_controller->start({}));
        QTRY_COMPARE(child<QLabel>("liveUnit").text(), QStringLiteral("8 / 8"));
        QCOMPARE(child<QLabel>("statusTimeLeft").text(),
                 child<QLabel>("liveLeft").text() + QStringLiteral(" left"));
        m_controller->stop();
        QTRY_VERIFY(!m_controller->isRunning());
    }

    void liveRunIsFoundInExperiments() {
        openWindow(neverEnding());
        QVERIFY(m_controller->start({}));
        auto& open = child<QPushButton>("openExperiment");
        QTRY_VERIFY(open.isVisible());
        open.click();
        QCOMPARE(m_window->currentPage(), Page::Runs);
        m_controller->stop();
        QTRY_VERIFY(!m_controller->isRunning());
    }

    void dataSetIsFilledIntoTheFormAndItsRunsAreFound() {
        openWindow(neverEnding());
        RunRequest request;
        request.name = "kept";
        request.config.validDir = path("valid").toStdString();
        m_window->setRequest(request);
        auto* data = m_window->findChild<DataPage*>();
        Q_EMIT data->useRequested(path("train").toStdString(), DatasetRole::Train);
        QCOMPARE(m_window->currentPage(), Page::New);
        const RunRequest filled = child<LaunchPage>("launchPage").request();
        QCOMPARE(filled.config.trainDir, path("train").toStdString());
        QCOMPARE(filled.config.validDir, request.config.validDir);
        QCOMPARE(filled.name, request.name);
        Q_EMIT data->runsRequested(QStringLiteral("wall/proposals"), {RunId{1}});
        QCOMPARE(m_window->currentPage(), Page::Runs);
        QCOMPARE(child<QToolButton>("runOnly").text(), QStringLiteral("wall/proposals"));
    }

    void workspaceThatCannotBeReadIsSaidOnTheForm() {
        QFile database(QString::fromStdString(m_workspace->database().string()));
        QVERIFY(database.open(QIODevice::WriteOnly));
        database.write(QByteArray(4096, 'x'));
        database.close();
        openWindow(neverEnding());
        const QString file = QFileInfo(database).fileName();
        QTRY_VERIFY(visibleBanner(file));
        QVERIFY(database.remove());
        QTRY_VERIFY(!visibleBanner(file));
    }

    void refusedStartLeadsBackToTheFormWithTheReason() {
        openWindow(std::make_unique<test::FakeSession>(
            [](const RunRequest&, TrainObserver&, std::stop_token) -> Result<RunResult> {
                return failure(ErrorCode::Empty, "/data/train", "not one file is a proposal");
            }));
        QVERIFY(m_controller->start({}));
        QCOMPARE(m_window->currentPage(), Page::Live);
        QTRY_COMPARE(m_window->currentPage(), Page::New);
        QVERIFY(visibleText(QStringLiteral("/data/train")));
        QCOMPARE(statusText(), QStringLiteral("No run is training."));
    }

    void queuedRunsAreCountedAndTrainInTheirTurn() {
        openWindow(neverEnding());
        QVERIFY(m_controller->start({}));
        QVERIFY(!child<QLabel>("statusQueue").isVisible());
        m_window->openPage(Page::New);
        queue("second");
        queue("third");
        QVERIFY(visibleBanner(QStringLiteral("“third” waits")));
        QCOMPARE(child<QLabel>("statusQueue").text(), QStringLiteral("2 queued"));
        QVERIFY(child<QLabel>("statusQueue").isVisible());
        // The user's stop holds the queue, which goes on where it is resumed.
        m_controller->stop();
        QTRY_VERIFY(!m_controller->isRunning());
        QCOMPARE(child<QLabel>("statusQueue").text(), QStringLiteral("2 queued, held"));
        m_window->openPage(Page::Live);
        child<QPushButton>("holdQueue").click();
        QVERIFY(m_controller->isRunning());
        QCOMPARE(child<QLabel>("statusQueue").text(), QStringLiteral("1 queued"));
    }

    void runThatStartsByItselfLeavesTheUserWhereTheyAre() {
        openWindow(neverEnding());
        queue("first");
        QVERIFY(m_controller->isRunning());
        QCOMPARE(m_window->currentPage(), Page::New);
        QVERIFY(visibleBanner(QStringLiteral("“first” starts now")));
    }

    void refusedRunOfTheQueueIsSaidWithoutTurningThePage() {
        openWindow(std::make_unique<test::FakeSession>([](const RunRequest& request, TrainObserver& observer,
                                                          std::stop_token stop) -> Result<RunResult> {
            if (request.name == "broken") {
                return failure(ErrorCode::Empty, "/data/train", "not one file is a proposal");
            }
            observer.onStarted(test::startedRun());
            test::waitForStop(stop);
            return RunResult{RunId{41}, RunStatus::Stopped, "stopped by the user", {}};
        }));
        m_window->openPage(Page::Settings);
        queue("broken");
        queue("second");
        QTRY_VERIFY(child<QLabel>("statusQueue").text() == QStringLiteral("0 queued") &&
                    m_controller->isRunning() && m_controller->started().has_value());
        QCOMPARE(m_window->currentPage(), Page::Settings);
        m_window->openPage(Page::New);
        QVERIFY(visibleBanner(QStringLiteral("The queued run “broken” was not started.")));
        m_window->openPage(Page::Live);
        QVERIFY(visibleBanner(QStringLiteral("The queued run “broken” was not started.")));
    }

    void queueOfAClosedWindowComesBackHeld() {
        openWindow(neverEnding());
        QVERIFY(m_controller->start({}));
        queue("second");
        queue("third");
        m_window->close();
        QTRY_VERIFY(question() != nullptr && question()->isVisible());
        QVERIFY(question()->informativeText().contains(QStringLiteral("queue")));
        question()->findChild<QPushButton*>(QStringLiteral("stopAndClose"))->click();
        QTRY_VERIFY(!m_window->isVisible());
        QVERIFY(!m_controller->isRunning());

        m_window.reset();
        openWindow(neverEnding());
        QVERIFY(!m_controller->isRunning());
        QCOMPARE(child<QLabel>("statusQueue").text(), QStringLiteral("2 queued, held"));
        // The line leads to the queue although nothing has trained yet.
        QTest::mouseClick(&child<RunStatusBar>("runStatusBar"), Qt::LeftButton, {}, QPoint(900, 16));
        QCOMPARE(m_window->currentPage(), Page::Live);
        QVERIFY(child<QPushButton>("holdQueue").isVisible());
        child<QPushButton>("holdQueue").click();
        QVERIFY(m_controller->isRunning());
        QCOMPARE(child<QLabel>("statusQueue").text(), QStringLiteral("1 queued"));
    }

    void queuesOfOtherWorkspacesAreLeftAlone() {
        const QString other = path("other workspace");
        m_settings->setQueue(other, QByteArrayLiteral("[{\"name\": \"there\", \"config\": {}}]"));
        openWindow(neverEnding());
        QVERIFY(!child<QLabel>("statusQueue").isVisible());
        QVERIFY(m_window->close());
        QVERIFY(!m_settings->queue(other).isEmpty());
    }

    void unreadableQueueIsSaidAfterTheFormWasFilled() {
        m_settings->setQueue(QString::fromStdString(m_workspace->root().string()),
                             QByteArrayLiteral("[{\"name\": \"newer\", \"config\": {\"mixup\": 0.2}}]"));
        openWindow(neverEnding(), RunRequest());
        QTRY_VERIFY(visibleBanner(QStringLiteral("could not be read")));
        QVERIFY(m_settings->queue(QString::fromStdString(m_workspace->root().string())).isEmpty());
        QVERIFY(!child<QLabel>("statusQueue").isVisible());
    }

    void presetsAreThereAtTheNextStart() {
        m_settings->setPresets(QByteArrayLiteral("[{\"name\": \"mine\", \"config\": {\"epochs\": 7}}]"));
        openWindow(neverEnding());
        auto& page = child<LaunchPage>("launchPage");
        QVERIFY(page.presets().contains("mine"));
        page.setPresets(QByteArrayLiteral("[{\"name\": \"other\", \"config\": {}}]"));
        Q_EMIT page.presetsChanged();
        QVERIFY(m_settings->presets().contains("other"));
    }

    void idleWindowClosesAtOnceAndRemembersItsSize() {
        openWindow(neverEnding());
        m_window->resize(1111, 777);
        QVERIFY(m_window->close());
        m_window.reset();
        m_window = std::make_unique<MainWindow>(*m_controller, *m_library, *m_datasets, *m_settings);
        QCOMPARE(m_window->size(), QSize(1111, 777));
    }

    void closingWhileTrainingAsksAndKeepsTheRun() {
        openWindow(neverEnding());
        QVERIFY(m_controller->start({}));
        QVERIFY(!m_window->close());
        QVERIFY(m_window->isVisible());
        QTRY_VERIFY(question() != nullptr && question()->isVisible());
        question()->findChild<QPushButton*>(QStringLiteral("keepOpen"))->click();
        QTRY_VERIFY(question() == nullptr);
        QVERIFY(m_controller->isRunning());
        QVERIFY(m_window->isVisible());
    }

    void closingWhileTrainingStopsTheRunFirst() {
        openWindow(neverEnding());
        QVERIFY(m_controller->start({}));
        m_window->close();
        QTRY_VERIFY(question() != nullptr && question()->isVisible());
        question()->findChild<QPushButton*>(QStringLiteral("stopAndClose"))->click();
        QTRY_VERIFY(!m_window->isVisible());
        QVERIFY(!m_controller->isRunning());
    }

    void closingWhileBuildingAsksAndCancelsTheBuildFirst() {
        startABuild();
        const auto* builder = m_window->findChild<DatasetBuilder*>();
        QVERIFY(!m_window->close());
        QTRY_VERIFY(question() != nullptr && question()->isVisible());
        QVERIFY2(question()->text().startsWith(QStringLiteral("A data set is being built.")),
                 qPrintable(question()->text()));
        question()->findChild<QPushButton*>(QStringLiteral("keepOpen"))->click();
        QTRY_VERIFY(question() == nullptr);
        QVERIFY(builder->isRunning());
        m_window->close();
        QTRY_VERIFY(question() != nullptr && question()->isVisible());
        question()->findChild<QPushButton*>(QStringLiteral("stopAndClose"))->click();
        QTRY_VERIFY(!m_window->isVisible());
        QVERIFY(!builder->isRunning());
    }

    void closingWhileTrainingAndBuildingEndsBoth() {
        startABuild();
        QVERIFY(m_controller->start({}));
        m_window->close();
        QTRY_VERIFY(question() != nullptr && question()->isVisible());
        QVERIFY2(question()->text().contains(QStringLiteral("stops both")), qPrintable(question()->text()));
        question()->findChild<QPushButton*>(QStringLiteral("stopAndClose"))->click();
        QTRY_VERIFY(!m_window->isVisible());
        QVERIFY(!m_controller->isRunning());
        QVERIFY(!m_window->findChild<DatasetBuilder*>()->isRunning());
    }

    void closingWhilePausedAsksAndStopsTheRunFirst() {
        openWindow(std::make_unique<test::SteeredSession>());
        pauseARun();
        QVERIFY(!m_window->close());
        QTRY_VERIFY(question() != nullptr && question()->isVisible());
        question()->findChild<QPushButton*>(QStringLiteral("keepOpen"))->click();
        QTRY_VERIFY(question() == nullptr);
        QVERIFY(m_controller->isPauseWanted());
        m_window->close();
        QTRY_VERIFY(question() != nullptr && question()->isVisible());
        question()->findChild<QPushButton*>(QStringLiteral("stopAndClose"))->click();
        QTRY_VERIFY_WITH_TIMEOUT(!m_window->isVisible(), 2000);
        QVERIFY(!m_controller->isRunning());
    }

    void pausedRunIsSaidInTitleAndStatusBar() {
        openWindow(std::make_unique<test::SteeredSession>());
        pauseARun();
        QCOMPARE(m_window->windowTitle(), QStringLiteral("Paused at 0 % – weighted 1:2 – Fissure"));
        QCOMPARE(statusText(), QStringLiteral("Run 41 “weighted 1:2” is paused."));
        QVERIFY(!child<QLabel>("statusRate").isVisible());
        QVERIFY(child<QLabel>("statusTimeLeft").isVisible());
        m_controller->resume();
        QCOMPARE(m_window->windowTitle(), QStringLiteral("0 % – weighted 1:2 – Fissure"));
        QCOMPARE(statusText(), QStringLiteral("Run 41 “weighted 1:2”"));
        QVERIFY(child<QLabel>("statusRate").isVisible());
        m_controller->stop();
        QTRY_VERIFY(!m_controller->isRunning());
    }

    void stopAndCloseNeedsNoAnswer() {
        openWindow(neverEnding());
        QVERIFY(m_controller->start({}));
        m_window->stopAndClose();
        QTRY_VERIFY(!m_window->isVisible());
        QVERIFY(!m_controller->isRunning());
        QVERIFY(question() == nullptr);
    }

    void smallestWindowFitsEveryPage_data() {
        QTest::addColumn<QString>("language");
        for (const Language& language : languages()) {
            QTest::newRow(qPrintable(language.name)) << language.code;
        }
    }
    void smallestWindowFitsEveryPage() {
        QFETCH(QString, language);
        const fissure::test::InLanguage inLanguage(language);
        openWindow(neverEnding());
        const QSize smallest = m_window->minimumSize();
        QCOMPARE(smallest, QSize(1024, 640));
        const QSize room(smallest.width() - child<NavigationRail>("rail").sizeHint().width(),
                         smallest.height() - child<RunStatusBar>("runStatusBar").height());
        for (const char* name :
             {"launchPage", "livePage", "runsPage", "galleryPage", "dataPage", "settingsPage"}) {
            const QSize needed = child<QWidget>(name).minimumSizeHint();
            QVERIFY2(needed.width() <= room.width() && needed.height() <= room.height(),
                     qPrintable(QStringLiteral("%1 needs %2 x %3, has %4 x %5")
                                    .arg(QLatin1String(name))
                                    .arg(needed.width())
                                    .arg(needed.height())
                                    .arg(room.width())
                                    .arg(room.height())));
        }
    }

private:
    QString path(const char* name) const { return m_folder->filePath(QLatin1String(name)); }

    static std::unique_ptr<Session> neverEnding() {
        return std::make_unique<test::FakeSession>(
            [](const RunRequest&, TrainObserver& observer, std::stop_token stop) -> Result<RunResult> {
                observer.onStarted(test::startedRun());
                test::waitForStop(stop);
                return RunResult{RunId{41}, RunStatus::Stopped, "stopped by the user", {}};
            });
    }

    /// Crops of both labels that show the same: no classifier can be right about all of them.
    static void writeUndecidableCrops(const QString& folder, int count) {
        QVERIFY(QDir().mkpath(folder));
        for (int i = 0; i < count; ++i) {
            const QString name = QStringLiteral("wall.%1.0_5.%2.jpg").arg(i).arg(i % 2);
            QVERIFY(writeImage(QDir(folder).filePath(name).toStdString(),
                               fissure::test::drawCrop(32, false, static_cast<std::uint64_t>(i / 2))));
        }
    }

    /// filled: what the form is filled with before anything else happens.
    void openWindow(std::unique_ptr<Session> session, const std::optional<RunRequest>& filled = {}) {
        m_datasets.reset();
        m_library.reset();
        m_controller.reset();
        m_session = std::move(session);
        m_controller = std::make_unique<RunController>(*m_session);
        m_library = std::make_unique<RunLibrary>(*m_workspace, m_clock);
        m_datasets = std::make_unique<DatasetLibrary>(*m_workspace, m_clock);
        m_window = std::make_unique<MainWindow>(*m_controller, *m_library, *m_datasets, *m_settings, nullptr,
                                                m_build);
        if (filled) {
            m_window->setRequest(*filled);
        }
        m_window->show();
        m_window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    }

    /// What "Add to queue" asks for.
    void queue(const char* name) {
        RunRequest request;
        request.name = name;
        Q_EMIT child<LaunchPage>("launchPage").queueRequested(request);
    }

    /// Opens the window and starts a build in it that goes on until it is stopped.
    void startABuild() {
        m_build = [](const BuildRequest& request, const BuildProgressCallback&,
                     std::stop_token stop) -> Result<BuildReport> {
            test::waitForStop(stop);
            return failure(ErrorCode::Stopped, request.out.string(), "the build was stopped");
        };
        fissure::test::drawWalls(path("walls").toStdString(), 1);
        openWindow(neverEnding());
        m_window->openPage(Page::Data);
        child<QPushButton>("newDataset").click();
        type("imagesFolder", path("walls/images"));
        QTRY_VERIFY(child<QPushButton>("buildProposals").isEnabled());
        child<QPushButton>("buildProposals").click();
        QVERIFY(m_window->findChild<DatasetBuilder*>()->isRunning());
    }

    /// Starts a run and pauses it after its first steps.
    void pauseARun() {
        QSignalSpy paused(m_controller.get(), &RunController::paused);
        QVERIFY(m_controller->start({}));
        QTRY_VERIFY(child<QLabel>("statusRate").isVisible());
        m_controller->pause();
        QTRY_COMPARE(paused.count(), 1);
    }

    void type(const char* field, const QString& text) {
        auto* widget = m_window->findChild<QWidget*>(QLatin1String(field));
        QVERIFY2(widget != nullptr, field);
        auto* line = qobject_cast<QLineEdit*>(widget);
        line = line != nullptr ? line : widget->findChild<QLineEdit*>();
        QVERIFY2(line != nullptr, field);
        line->setFocus();
        line->selectAll();
        QTest::keyClicks(line, text);
    }

    QString statusText() { return child<ElidedLabel>("statusRun").text(); }

    bool visibleBanner(const QString& part) const {
        const auto banners = m_window->findChildren<Banner*>();
        return std::any_of(banners.begin(), banners.end(), [&](const Banner* banner) {
            return banner->isVisible() && banner->text().contains(part);
        });
    }

    QMessageBox* question() const {
        return m_window->findChild<QMessageBox*>(QStringLiteral("closeQuestion"));
    }

    bool visibleText(const QString& part) const {
        const auto labels = m_window->findChildren<QLabel*>();
        return std::any_of(labels.begin(), labels.end(), [&](const QLabel* label) {
            return label->isVisible() && label->text().contains(part);
        });
    }

    template <class Widget>
    Widget& child(const char* name) {
        auto* found = m_window->findChild<Widget*>(QLatin1String(name));
        if (found == nullptr) {
            qFatal("there is no %s", name);
        }
        return *found;
    }

    SystemClock m_clock;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::optional<Workspace> m_workspace;
    std::unique_ptr<Settings> m_settings;
    DatasetBuilder::Build m_build; ///< what the window builds data sets with
    std::unique_ptr<Session> m_session;
    std::unique_ptr<RunController> m_controller;
    std::unique_ptr<RunLibrary> m_library;
    std::unique_ptr<DatasetLibrary> m_datasets;
    std::unique_ptr<MainWindow> m_window;
};

} // namespace fissure::ui

QTEST_MAIN(fissure::ui::tst_MainWindow)
#include "tst_MainWindow.moc"
