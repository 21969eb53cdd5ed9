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

    /// The user's presets as JSON; empty where there are none.
    QByteArray presets() const;
    void setPresets(const QByteArray& json);

    /// The runs of a workspace that wait for their turn, as JSON; empty where there are none.
    QByteArray queue(const QString& workspace) const;
    void setQueue(const QString& workspace, const QByteArray& json);

private:
    void setOrRemove(const QString& key, const QByteArray& value);

    QSettings m_settings;
};

} // namespace fissure::ui
