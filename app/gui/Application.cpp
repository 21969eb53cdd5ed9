#include "app/gui/Application.h"

#include "core/config/ConfigJson.h"
#include "core/session/Environment.h"
#include "ui/common/CoreText.h"

#include <QApplication>

namespace fissure::gui {

Application::Application(QApplication& application, const Options& options, const Workspace& workspace,
                         ui::Settings& settings, const ui::SystemTheme& systemTheme)
    : m_theme(options.theme.value_or(settings.theme()))
    , m_session(workspace, m_clock)
    , m_controller(m_session)
    , m_library(workspace, m_clock)
    , m_datasets(workspace, m_clock)
    , m_window(m_controller, m_library, m_datasets, settings) {
    followTheme(application, systemTheme);
    QObject::connect(&m_signals, &ExitSignals::received, &m_window, &ui::MainWindow::stopAndClose);
    m_window.openPage(options.page);
    if (!options.configFile.isEmpty()) {
        fillForm(options.configFile);
    }
    measureMachine();
}

Application::~Application() {
    m_measurement->wait();
}

void Application::show() {
    m_window.show();
}

void Application::followTheme(QApplication& application, const ui::SystemTheme& systemTheme) {
    const auto apply = [this, &application, &systemTheme] {
        ui::applyTheme(application, m_theme, systemTheme.isDark());
    };
    QObject::connect(&m_window, &ui::MainWindow::themeChosen, &application,
                     [this, apply](ui::ThemeChoice theme) {
                         m_theme = theme;
                         apply();
                     });
    QObject::connect(&systemTheme, &ui::SystemTheme::changed, &m_window, apply);
}

void Application::fillForm(const QString& configFile) {
    if (const auto config = readConfigFile(configFile.toStdString())) {
        m_window.setRequest({*config, {}, {}});
    } else {
        // The form says why, whatever page was asked for.
        m_window.openPage(ui::Page::New);
        m_window.showStartError(config.error());
    }
}

void Application::measureMachine() {
    m_measurement.reset(QThread::create([window = &m_window] {
        if (const auto warning = blasWarning()) {
            QMetaObject::invokeMethod(
                window, [window, text = ui::coreText(*warning)] { window->showStartWarning(text); },
                Qt::QueuedConnection);
        }
    }));
    m_measurement->start();
}

} // namespace fissure::gui
