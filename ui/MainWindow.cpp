#include "ui/MainWindow.h"

#include "ui/LaunchWiring.h"
#include "ui/RunStatusBar.h"
#include "ui/RunTray.h"
#include "ui/StopQuestion.h"
#include "ui/WorkStop.h"
#include "ui/data/DataPage.h"
#include "ui/gallery/GalleryPage.h"
#include "ui/launch/LaunchPage.h"
#include "ui/live/LivePage.h"
#include "ui/run/CurrentRun.h"
#include "ui/run/RunController.h"
#include "ui/run/RunLibrary.h"
#include "ui/run/RunQueue.h"
#include "ui/runs/RunsPage.h"
#include "ui/settings/Settings.h"
#include "ui/settings/SettingsPage.h"

#include <QCloseEvent>
#include <QHBoxLayout>
#include <QShortcut>
#include <QStackedWidget>
#include <QSystemTrayIcon>
#include <QVBoxLayout>

#include <cmath>

namespace fissure::ui {

namespace {

constexpr QSize kSmallest(1024, 640);
constexpr QSize kUsual(1280, 800);

// Names under which the settings keep what belongs to the window and its pages.
constexpr QLatin1String kWindow("window");
constexpr QLatin1String kLaunchPage("launchPage");
constexpr QLatin1String kLivePage("livePage");
constexpr QLatin1String kRunsPage("runsPage");
constexpr QLatin1String kGalleryPage("galleryPage");
constexpr QLatin1String kDataPage("dataPage");

} // namespace

MainWindow::MainWindow(RunController& controller, RunLibrary& library, DatasetLibrary& datasets,
                       Settings& settings, QWidget* parent, const DatasetBuilder::Build& build)
    : QMainWindow(parent)
    , m_controller(controller)
    , m_library(library)
    , m_settings(settings)
    , m_run(new CurrentRun(controller, this))
    , m_queue(new RunQueue(controller, this))
    , m_builder(new DatasetBuilder(build, this))
    , m_work(new WorkStop(controller, *m_builder, this)) {
    setObjectName(QStringLiteral("mainWindow"));
    m_rail = new NavigationRail;
    m_rail->setObjectName(QStringLiteral("rail"));
    m_pages = new QStackedWidget;
    m_status = new RunStatusBar(*m_run, *m_queue);
    m_status->setObjectName(QStringLiteral("runStatusBar"));
    makePages(datasets);

    auto* right = new QVBoxLayout;
    right->setSpacing(0);
    right->addWidget(m_pages, 1);
    right->addWidget(m_status);
    auto* centre = new QWidget;
    auto* layout = new QHBoxLayout(centre);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_rail);
    layout->addLayout(right, 1);
    setCentralWidget(centre);

    wireRuns();
    wirePages();
    new LaunchWiring({*m_launch, m_controller, *m_queue, m_library, m_settings}, this);
    addShortcuts();
    if (QSystemTrayIcon::isSystemTrayAvailable()) {
        makeTray();
    }
    setMinimumSize(kSmallest);
    resize(kUsual);
    restoreLayout();
    openPage(Page::New);
    showTitle();
}

MainWindow::~MainWindow() = default;

void MainWindow::makePages(DatasetLibrary& datasets) {
    m_launch = new LaunchPage(m_recent, this);
    m_live = new LivePage(m_controller, *m_run, *m_queue, this);
    m_runs = new RunsPage(m_library, this);
    m_gallery = new GalleryPage(m_library, this);
    m_data = new DataPage(datasets, *m_builder, m_recent, this);
    auto* settings =
        new SettingsPage(m_settings, QString::fromStdString(m_library.workspace().root().string()), this);
    connect(settings, &SettingsPage::themeChosen, this, &MainWindow::themeChosen);
    m_launch->setObjectName(kLaunchPage);
    m_live->setObjectName(kLivePage);
    m_runs->setObjectName(kRunsPage);
    m_gallery->setObjectName(kGalleryPage);
    m_data->setObjectName(kDataPage);
    settings->setObjectName(QStringLiteral("settingsPage"));

    // In the order of Page.
    for (QWidget* page :
         {static_cast<QWidget*>(m_launch), static_cast<QWidget*>(m_live), static_cast<QWidget*>(m_runs),
          static_cast<QWidget*>(m_gallery), static_cast<QWidget*>(m_data), static_cast<QWidget*>(settings)}) {
        m_pages->addWidget(page);
    }
}

void MainWindow::makeTray() {
    auto* tray = new RunTray(*m_run, *this, this);
    connect(tray, &RunTray::openRequested, this, &MainWindow::comeForward);
    connect(tray, &RunTray::stopRequested, &m_controller, &RunController::stop);
    connect(tray, &RunTray::quitRequested, this, [this] {
        comeForward(); // closing may ask a question
        close();
    });
}

void MainWindow::wireRuns() {
    connect(m_run, &CurrentRun::changed, this, &MainWindow::showTitle);
    connect(&m_controller, &RunController::preparing, this, [this] {
        m_launch->setRunning(true);
        if (!m_queue->isOwnRun()) { // what starts by itself leaves the user where they are
            openPage(Page::Live);
        }
    });
    connect(&m_controller, &RunController::runStarted, this, [this] { m_library.refresh(); });
    connect(&m_controller, &RunController::finished, this, [this] {
        m_launch->setRunning(false);
        m_library.refresh();
    });
    connect(&m_controller, &RunController::refused, this, [this](const Error& error) {
        m_launch->setRunning(false);
        if (!m_queue->isOwnRun()) {
            m_launch->showError(error);
            openPage(Page::New);
        }
    });
    connect(m_work, &WorkStop::ended, this, &MainWindow::close);
}

void MainWindow::wirePages() {
    const auto openForm = [this] { openPage(Page::New); };
    connect(m_rail, &NavigationRail::pageChosen, this, &MainWindow::openPage);
    connect(m_status, &RunStatusBar::clicked, this, [this] { openPage(Page::Live); });
    connect(m_live, &LivePage::inspectRequested, this, &MainWindow::inspect);
    connect(m_live, &LivePage::experimentRequested, this, &MainWindow::openExperiment);
    connect(m_live, &LivePage::newRunRequested, this, openForm);
    connect(m_runs, &RunsPage::cloneRequested, this, [this](const RunRequest& request) {
        setRequest(request);
        openPage(Page::New);
    });
    connect(m_runs, &RunsPage::inspectRequested, this, &MainWindow::inspect);
    connect(m_runs, &RunsPage::newRunRequested, this, openForm);
    connect(m_gallery, &GalleryPage::newRunRequested, this, openForm);
    connect(m_data, &DataPage::useRequested, m_launch, &LaunchPage::useDataset);
    connect(m_data, &DataPage::useRequested, this, openForm);
    connect(m_data, &DataPage::runsRequested, m_runs, &RunsPage::showOnly);
    connect(m_data, &DataPage::runsRequested, this, [this] { openPage(Page::Runs); });
}

void MainWindow::addShortcuts() {
    for (int number = 1; number <= m_pages->count(); ++number) {
        auto* shortcut =
            new QShortcut(QKeySequence(Qt::CTRL | static_cast<Qt::Key>(Qt::Key_0 + number)), this);
        connect(shortcut, &QShortcut::activated, this,
                [this, number] { openPage(static_cast<Page>(number - 1)); });
    }
    auto* quit = new QShortcut(QKeySequence(QKeySequence::Quit), this);
    connect(quit, &QShortcut::activated, this, &MainWindow::close);
}

Page MainWindow::currentPage() const {
    return static_cast<Page>(m_pages->currentIndex());
}

void MainWindow::openPage(Page page) {
    m_rail->setCurrent(page);
    m_pages->setCurrentIndex(static_cast<int>(page));
    m_pages->currentWidget()->setFocus(Qt::OtherFocusReason); // Tab goes on from the page, not from the rail
}

void MainWindow::setRequest(const RunRequest& request) {
    m_launch->setRequest(request);
}

void MainWindow::showStartError(const Error& error) {
    m_launch->showError(error);
}

void MainWindow::showStartWarning(const QString& text) {
    m_launch->showWarning(text);
}

void MainWindow::inspect(RunId run) {
    m_gallery->showRun(run);
    openPage(Page::Inspect);
}

void MainWindow::openExperiment(RunId run) {
    m_runs->showRun(run);
    openPage(Page::Runs);
}

void MainWindow::comeForward() {
    setWindowState(windowState() & ~Qt::WindowMinimized);
    show();
    raise();
    activateWindow();
    if (m_run->status().isActive()) {
        openPage(Page::Live);
    }
}

void MainWindow::saveLayout() {
    m_settings.setLayoutState(kWindow, saveGeometry());
    m_settings.setLayoutState(kLaunchPage, m_launch->saveState());
    m_settings.setLayoutState(kLivePage, m_live->saveState());
    m_settings.setLayoutState(kRunsPage, m_runs->saveState());
    m_settings.setLayoutState(kGalleryPage, m_gallery->saveState());
    m_settings.setLayoutState(kDataPage, m_data->saveState());
}

void MainWindow::restoreLayout() {
    restoreGeometry(m_settings.layoutState(kWindow));
    m_launch->restoreState(m_settings.layoutState(kLaunchPage));
    m_live->restoreState(m_settings.layoutState(kLivePage));
    m_runs->restoreState(m_settings.layoutState(kRunsPage));
    m_gallery->restoreState(m_settings.layoutState(kGalleryPage));
    m_data->restoreState(m_settings.layoutState(kDataPage));
}

void MainWindow::showTitle() {
    const LiveStatus& status = m_run->status();
    const RunStarted* started = status.started();
    const QString program = tr("Fissure");
    if (!status.isActive()) {
        setWindowTitle(program);
        return;
    }
    if (started == nullptr) {
        setWindowTitle(tr("Preparing a run – %1", "title of the window").arg(program));
        return;
    }
    const QString percent = QString::number(std::floor(status.fraction() * 100.0));
    const QString title = status.phase() == LiveStatus::Phase::Paused
                              ? tr("Paused at %1 % – %2 – %3", "title of the window")
                              : tr("%1 % – %2 – %3", "title of the window");
    setWindowTitle(title.arg(percent, QString::fromStdString(started->name), program));
}

void MainWindow::closeEvent(QCloseEvent* event) {
    if (!m_work->isWorking()) {
        m_queue->hold(); // nothing may start behind a window that has gone
        saveLayout();
        event->accept();
        return;
    }
    event->ignore();
    if (!m_work->isStopping()) {
        askWhetherToStop();
    }
}

void MainWindow::askWhetherToStop() {
    if (m_question != nullptr) {
        m_question->raise();
        return;
    }
    using Work = StopQuestion::Work;
    const Work work = !m_work->isBuilding() ? Work::Run : m_work->isTraining() ? Work::Both : Work::Build;
    const bool isWaiting = !m_queue->runs().empty();
    m_question =
        new StopQuestion(work, isWaiting ? StopQuestion::Queue::Waiting : StopQuestion::Queue::Empty, this);
    connect(m_question, &StopQuestion::stopChosen, this, &MainWindow::stopAndClose);
    m_question->open();
}

void MainWindow::stopAndClose() {
    m_queue->hold();
    m_launch->setEnabled(false); // nothing more may be queued,
    m_data->setEnabled(false);   // nor built
    m_work->stop();
}

} // namespace fissure::ui
