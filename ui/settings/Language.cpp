#include "ui/settings/Language.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QLocale>
#include <QTranslator>

namespace fissure::ui {

namespace {

/// False where there is no such translation for the locale.
bool installFile(QCoreApplication& application, const QLocale& locale, const QString& name,
                 const QString& folder) {
    auto* translator = new QTranslator(&application);
    if (!translator->load(locale, name, QStringLiteral("_"), folder)) {
        delete translator;
        return false;
    }
    return QCoreApplication::installTranslator(translator);
}

} // namespace

std::vector<Language> languages() {
    return {{QStringLiteral("en"), QStringLiteral("English")},
            {QStringLiteral("pl"), QStringLiteral("Polski")}};
}

void installLanguage(QCoreApplication& application, const QString& code) {
    const QLocale locale = code.isEmpty() ? QLocale::system() : QLocale(code);
    QLocale::setDefault(locale);
    const QString texts = QStringLiteral("fissure");
    const QString folder = QStringLiteral(":/i18n");
    if (!installFile(application, locale, texts, folder)) {
        installFile(application, QLocale(QLocale::English), texts, folder);
        return;
    }
    // Qt's own texts ("Cancel"), where the desktop has them; only in a language that ours are in too.
    installFile(application, locale, QStringLiteral("qtbase"),
                QLibraryInfo::path(QLibraryInfo::TranslationsPath));
}

} // namespace fissure::ui
