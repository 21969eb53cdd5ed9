#include "app/gui/Application.h"
#include "app/gui/Options.h"
#include "core/base/BuildInfo.h"
#include "ui/common/ErrorText.h"
#include "ui/common/SystemTheme.h"
#include "ui/common/Theme.h"
#include "ui/settings/Language.h"
#include "ui/settings/Settings.h"

#include <QApplication>
#include <QIcon>
#include <QMessageBox>
#include <QStandardPaths>

#include <algorithm>
#include <csignal>
#include <cstdio>
#include <malloc.h>
#include <string_view>

namespace {

/// Keeps the large activations of a training in the heap instead of mapping and faulting them in at every
/// step.
void tuneMemory() {
#ifdef __GLIBC__
    mallopt(M_MMAP_MAX, 0);
    mallopt(M_TRIM_THRESHOLD, 1 << 30);
    mallopt(M_TOP_PAD, 64 << 20);
#endif
}

void print(std::FILE* stream, const QString& text) {
    std::fputs(qPrintable(text + QLatin1Char('\n')), stream);
}

QString settingsFile() {
    return QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation) +
           QStringLiteral("/fissure/fissure.ini");
}

/// Where the folder was named on a command line the answer belongs there; a desktop start has only the
/// screen.
int refuse(const fissure::Error& error, bool isNamed) {
    print(stderr, QString::fromStdString(error.message()));
    if (!isNamed) {
        QMessageBox::critical(nullptr, QGuiApplication::applicationDisplayName(),
                              fissure::ui::errorText(error));
    }
    return fissure::isBadInput(error.code) ? 2 : 1;
}

/// Whether a window can be tried: a display is there or a platform was chosen by hand.
bool mayHaveDisplay(int argc, char** argv) {
    const bool isSet = qEnvironmentVariableIsSet("DISPLAY") || qEnvironmentVariableIsSet("WAYLAND_DISPLAY") ||
                       qEnvironmentVariableIsSet("QT_QPA_PLATFORM");
    return isSet || std::any_of(argv, argv + argc, [](const char* argument) {
               return std::string_view(argument).find("-platform") != std::string_view::npos;
           });
}

void nameApplication() {
    QCoreApplication::setApplicationName(QStringLiteral("fissure"));
    QCoreApplication::setApplicationVersion(QString::fromUtf8(fissure::programVersion()));
}

int printEarly(const fissure::gui::EarlyExit& exit) {
    print(exit.code == 0 ? stdout : stderr, exit.text);
    return exit.code;
}

/// --help, --version and a wrong command line are answered without a display, too.
int answerWithoutDisplay(int argc, char** argv) {
    QCoreApplication application(argc, argv);
    nameApplication();
    fissure::ui::installLanguage(application, fissure::ui::Settings(settingsFile()).language());
    const auto options = fissure::gui::parseOptions(QCoreApplication::arguments());
    if (!options) {
        return printEarly(options.error());
    }
    print(stderr, QCoreApplication::translate(
                      "main", "There is no display to open a window on; fissure-cli works in a terminal."));
    return 1;
}

} // namespace

int main(int argc, char** argv) {
    tuneMemory();
    std::signal(SIGPIPE, SIG_IGN); // messages into a pipe that nobody reads must not end a run
    if (!mayHaveDisplay(argc, argv)) {
        return answerWithoutDisplay(argc, argv);
    }
    QApplication application(argc, argv);
    nameApplication();
    QGuiApplication::setApplicationDisplayName(QStringLiteral("Fissure"));
    QGuiApplication::setDesktopFileName(QStringLiteral("fissure"));
    QGuiApplication::setWindowIcon(QIcon(QStringLiteral(":/icons/fissure.svg")));
    fissure::ui::Settings settings(settingsFile());
    fissure::ui::installLanguage(application, settings.language());

    const auto options = fissure::gui::parseOptions(QCoreApplication::arguments());
    if (!options) {
        return printEarly(options.error());
    }
    const bool isNamed = !options->workspace.isEmpty();
    auto workspace =
        fissure::Workspace::open(isNamed ? std::filesystem::path(options->workspace.toStdString())
                                         : fissure::Workspace::defaultRoot());
    if (!workspace) {
        return refuse(workspace.error(), isNamed);
    }
    const fissure::ui::SystemTheme systemTheme;
    fissure::ui::applyTheme(application, options->theme.value_or(settings.theme()), systemTheme.isDark());
    fissure::gui::Application program(application, *options, *workspace, settings, systemTheme);
    program.show();
    return QApplication::exec();
}
