#include "app/gui/Application.h"

#include "core/config/ConfigJson.h"
#include "core/session/Environment.h"

#include <QApplication>

namespace fissure::gui {

Application::Application(QApplication& application, const Options& options, const Workspace& workspace,
                         ui::Settings& settings)
    : m_session(workspace, m_clock)
    , m_controller(m_session)
    , m_library(workspace, m_clock)
    , m_window(m_controller, m_library, settings) {
    QObject::connect(&m_window, &ui::MainWindow::themeChosen, &application,
                     [&application](ui::ThemeChoice theme) { ui::applyTheme(application, theme); });
    QObject::connect(&m_signals, &ExitSignals::received, &m_window, &ui::MainWindow::stopAndClose);
    if (!options.configFile.isEmpty()) {
        fillForm(options.configFile);
    }
    m_window.openPage(options.page);
    measureMachine();
}

Application::~Application() {
    m_measurement->wait();
}

void Application::show() {
    m_window.show();
}

void Application::fillForm(const QString& configFile) {
    if (const auto config = readConfigFile(configFile.toStdString())) {
        m_window.setRequest({*config, {}, {}});
    } else {
        m_window.showStartError(config.error());
    }
}

void Application::measureMachine() {
    m_measurement.reset(QThread::create([window = &m_window] {
        if (const auto warning = blasWarning()) {
            QMetaObject::invokeMethod(
                window, [window, text = QString::fromStdString(*warning)] { window->showStartWarning(text); },
                Qt::QueuedConnection);
        }
    }));
    m_measurement->start();
}

} // namespace fissure::gui
