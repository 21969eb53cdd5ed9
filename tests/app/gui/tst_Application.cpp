#include "app/gui/Application.h"
#include "ui/common/Banner.h"
#include "ui/common/Palette.h"

#include <QApplication>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

namespace fissure::gui {

/// The object graph, in a process without a screen.
class tst_Application : public QObject {
    Q_OBJECT

private Q_SLOTS:
    /// No desktop of the machine the test runs on may have a say.
    void initTestCase() {
        qunsetenv("DBUS_SESSION_BUS_ADDRESS");
        qunsetenv("XDG_RUNTIME_DIR");
    }

    void init() {
        m_folder = std::make_unique<QTemporaryDir>();
        m_workspace = *Workspace::open(m_folder->filePath(QStringLiteral("workspace")).toStdString());
        m_settings = std::make_unique<ui::Settings>(m_folder->filePath(QStringLiteral("fissure.ini")));
        QApplication::setPalette(ui::lightPalette());
        m_system = std::make_unique<ui::SystemTheme>();
    }

    void cleanup() {
        m_program.reset();
        m_system.reset();
    }

    void brokenConfigurationIsSaidOnTheFormWhateverPageWasAskedFor() {
        Options options;
        options.page = ui::Page::Live;
        options.configFile = m_folder->filePath(QStringLiteral("broken.json"));
        QFile file(options.configFile);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("{ \"epochs\": ");
        file.close();
        open(options);
        QCOMPARE(window().currentPage(), ui::Page::New);
        const auto banners = window().findChildren<ui::Banner*>();
        QVERIFY(std::any_of(banners.begin(), banners.end(), [](const ui::Banner* banner) {
            return banner->isVisible() && banner->text().contains(QStringLiteral("broken.json"));
        }));
    }

    void pageThatWasAskedForOpens() {
        Options options;
        options.page = ui::Page::Settings;
        open(options);
        QCOMPARE(window().currentPage(), ui::Page::Settings);
    }

    void themeFollowsTheDesktopUnlessOneIsChosen() {
        open({});
        m_system->setColorScheme(1);
        QVERIFY(ui::isDark(window().palette()));
        m_system->setColorScheme(2);
        QVERIFY(!ui::isDark(window().palette()));
        Q_EMIT window().themeChosen(ui::ThemeChoice::Light);
        m_system->setColorScheme(1);
        QVERIFY(!ui::isDark(window().palette()));
        Q_EMIT window().themeChosen(ui::ThemeChoice::System);
        QVERIFY(ui::isDark(window().palette()));
    }

private:
    void open(const Options& options) {
        m_program = std::make_unique<Application>(*qApp, options, *m_workspace, *m_settings, *m_system);
        m_program->show();
    }

    static ui::MainWindow& window() {
        for (QWidget* widget : QApplication::topLevelWidgets()) {
            if (auto* found = qobject_cast<ui::MainWindow*>(widget)) {
                return *found;
            }
        }
        qFatal("there is no window");
        std::abort();
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::optional<Workspace> m_workspace;
    std::unique_ptr<ui::Settings> m_settings;
    std::unique_ptr<ui::SystemTheme> m_system;
    std::unique_ptr<Application> m_program;
};

} // namespace fissure::gui

QTEST_MAIN(fissure::gui::tst_Application)
#include "tst_Application.moc"
