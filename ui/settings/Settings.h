#pragma once

#include "ui/common/Theme.h"

#include <QByteArray>
#include <QSettings>
#include <QString>

namespace fissure::ui {

/// What the window remembers of its user, in one ini file. Unknown or damaged values read as their defaults.
/// GUI thread only.
class Settings final {
public:
    /// The file is made with the first change.
    explicit Settings(const QString& iniFile);

    ThemeChoice theme() const;
    void setTheme(ThemeChoice theme);

    /// "en", "pl"; empty: that of the desktop.
    QString language() const;
    void setLanguage(const QString& language);

    /// What a window, page or splitter keeps of its layout, by its name; empty where nothing is stored.
    QByteArray layoutState(const QString& name) const;
    void setLayoutState(const QString& name, const QByteArray& state);

private:
    QSettings m_settings;
};

} // namespace fissure::ui
