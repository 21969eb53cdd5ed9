#pragma once

#include "app/gui/ExitSignals.h"
#include "app/gui/Options.h"
#include "core/base/Clock.h"
#include "core/base/Workspace.h"
#include "core/session/TrainingSession.h"
#include "ui/MainWindow.h"
#include "ui/common/SystemTheme.h"
#include "ui/common/Theme.h"
#include "ui/data/DatasetLibrary.h"
#include "ui/run/RunController.h"
#include "ui/run/RunLibrary.h"
#include "ui/settings/Settings.h"

#include <QThread>

#include <memory>

class QApplication;

namespace fissure::gui {

/// The object graph of the window, in the order in which the parts need each other.
class Application final {
public:
    /// Settings and theme of the system must outlive it.
    Application(QApplication& application, const Options& options, const Workspace& workspace,
                ui::Settings& settings, const ui::SystemTheme& systemTheme);
    /// Waits for the measurement of the machine.
    ~Application();
    Application(const Application&) = delete;
    Application& operator=(const Application&) = delete;

    void show();

private:
    void followTheme(QApplication& application, const ui::SystemTheme& systemTheme);
    void fillForm(const QString& configFile);
    void measureMachine();

    ui::ThemeChoice m_theme;
    SystemClock m_clock;
    TrainingSession m_session;
    ui::RunController m_controller;
    ui::RunLibrary m_library;
    ui::DatasetLibrary m_datasets;
    ui::MainWindow m_window;
    ExitSignals m_signals;
    std::unique_ptr<QThread> m_measurement;
};

} // namespace fissure::gui
