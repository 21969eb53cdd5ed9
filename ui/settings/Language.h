#pragma once

#include <QString>

#include <vector>

class QCoreApplication;

namespace fissure::ui {

/// A language the window can speak.
struct Language {
    QString code; ///< "pl"
    QString name; ///< in itself: "Polski"
};

/// English, in which the sources are written, and those there is a translation for.
std::vector<Language> languages();

/// Translates the program and sets its notation of numbers. code: one of languages(), or empty for the
/// desktop's, English where it has none of them. Call once, before the first widget.
void installLanguage(QCoreApplication& application, const QString& code);

} // namespace fissure::ui
