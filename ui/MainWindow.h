#pragma once

#include "core/session/TrainingSession.h"
#include "ui/NavigationRail.h"
#include "ui/common/RecentPaths.h"
#include "ui/common/Theme.h"
#include "ui/data/DatasetBuilder.h"

#include <QMainWindow>
#include <QPointer>

class QStackedWidget;

namespace fissure::ui {

class CurrentRun;
class DataPage;
class DatasetLibrary;
class GalleryPage;
class LaunchPage;
class LivePage;
class RunController;
class RunLibrary;
class RunQueue;
class RunStatusBar;
class RunsPage;
class Settings;
class StopQuestion;
class WorkStop;

/// The frame of the program: rail, pages, status bar. Makes the pages and wires them to each other; what a
/// page does stands in the page.
class MainWindow final : public QMainWindow {
    Q_OBJECT

public:
    /// All of them must outlive the window. build: for tests, something else than the builder of core.
    MainWindow(RunController& controller, RunLibrary& library, DatasetLibrary& datasets, Settings& settings,
               QWidget* parent = nullptr, const DatasetBuilder::Build& build = &buildProposals);
    ~MainWindow() override;

    Page currentPage() const;

    void openPage(Page page);
    /// Fills the form of the New run page.
    void setRequest(const RunRequest& request);
    /// Says on the New run page why a configuration could not be read, or what is slow about this machine.
    void showStartError(const Error& error);
    void showStartWarning(const QString& text);
    /// Closes without a question; a training and a build are stopped first, so the window goes when the run's
    /// row is closed and the crops built so far are in place.
    void stopAndClose();

Q_SIGNALS:
    void themeChosen(fissure::ui::ThemeChoice theme);

protected:
    void closeEvent(QCloseEvent* event) override;

private:
    void makePages(DatasetLibrary& datasets);
    void makeTray();
    void wireRuns();
    void wirePages();
    void addShortcuts();
    void inspect(RunId run);
    void openExperiment(RunId run);
    void comeForward();
    void saveLayout();
    void restoreLayout();
    void showTitle();
    void askWhetherToStop();

    RecentPaths m_recent; ///< of the forms of runs and of data sets
    RunController& m_controller;
    RunLibrary& m_library;
    Settings& m_settings;
    CurrentRun* m_run = nullptr;
    RunQueue* m_queue = nullptr;
    DatasetBuilder* m_builder = nullptr;
    WorkStop* m_work = nullptr;
    NavigationRail* m_rail = nullptr;
    QStackedWidget* m_pages = nullptr;
    RunStatusBar* m_status = nullptr;
    LaunchPage* m_launch = nullptr;
    LivePage* m_live = nullptr;
    RunsPage* m_runs = nullptr;
    GalleryPage* m_gallery = nullptr;
    DataPage* m_data = nullptr;
    QPointer<StopQuestion> m_question;
};

} // namespace fissure::ui
