#include "app/gui/Options.h"

#include "core/base/BuildInfo.h"

#include <QCommandLineParser>
#include <QCoreApplication>

namespace fissure::gui {

namespace {

constexpr int kWrongUsage = 2;

std::optional<ui::ThemeChoice> themeFromName(const QString& name) {
    if (name == QLatin1String("light")) {
        return ui::ThemeChoice::Light;
    }
    if (name == QLatin1String("dark")) {
        return ui::ThemeChoice::Dark;
    }
    if (name == QLatin1String("system")) {
        return ui::ThemeChoice::System;
    }
    return std::nullopt;
}

tl::unexpected<EarlyExit> wrongUsage(const QString& text) {
    return tl::make_unexpected(EarlyExit{text, kWrongUsage});
}

QString translated(const char* text) {
    return QCoreApplication::translate("Options", text);
}

} // namespace

tl::expected<Options, EarlyExit> parseOptions(const QStringList& arguments) {
    const QCommandLineOption workspace(
        QStringLiteral("workspace"),
        translated(QT_TRANSLATE_NOOP("Options", "Folder with runs and weights.")), QStringLiteral("DIR"));
    const QCommandLineOption config(
        QStringLiteral("config"),
        translated(QT_TRANSLATE_NOOP("Options", "JSON file to fill the form from.")), QStringLiteral("FILE"));
    const QCommandLineOption theme(QStringLiteral("theme"),
                                   translated(QT_TRANSLATE_NOOP("Options", "light, dark or system.")),
                                   QStringLiteral("NAME"));
    const QCommandLineOption page(
        QStringLiteral("page"),
        translated(QT_TRANSLATE_NOOP("Options", "Page to open: new, live, runs, inspect, data or settings.")),
        QStringLiteral("NAME"));
    QCommandLineParser parser;
    parser.setApplicationDescription(translated(QT_TRANSLATE_NOOP(
        "Options", "Fine-tunes crack classifiers on region proposals and shows what they get wrong.")));
    parser.addOptions({workspace, config, theme, page});
    const QCommandLineOption help = parser.addHelpOption();
    const QCommandLineOption version = parser.addVersionOption();

    if (!parser.parse(arguments)) {
        return wrongUsage(parser.errorText());
    }
    if (parser.isSet(help)) {
        return tl::make_unexpected(EarlyExit{parser.helpText(), 0});
    }
    if (parser.isSet(version)) {
        return tl::make_unexpected(
            EarlyExit{QStringLiteral("fissure ") + QString::fromUtf8(programVersion()), 0});
    }
    if (!parser.positionalArguments().isEmpty()) {
        return wrongUsage(translated(QT_TRANSLATE_NOOP("Options", "Unexpected argument \"%1\"."))
                              .arg(parser.positionalArguments().first()));
    }
    Options options;
    options.workspace = parser.value(workspace);
    options.configFile = parser.value(config);
    if (parser.isSet(theme)) {
        options.theme = themeFromName(parser.value(theme));
        if (!options.theme) {
            return wrongUsage(
                translated(
                    QT_TRANSLATE_NOOP("Options", "There is no theme \"%1\"; give light, dark or system."))
                    .arg(parser.value(theme)));
        }
    }
    if (parser.isSet(page)) {
        const auto named = ui::pageFromName(parser.value(page));
        if (!named) {
            return wrongUsage(
                translated(QT_TRANSLATE_NOOP(
                               "Options",
                               "There is no page \"%1\"; give new, live, runs, inspect, data or settings."))
                    .arg(parser.value(page)));
        }
        options.page = *named;
    }
    return options;
}

} // namespace fissure::gui
