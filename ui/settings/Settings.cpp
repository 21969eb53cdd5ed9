#include "ui/settings/Settings.h"

#include <array>

namespace fissure::ui {

namespace {

struct ThemeName {
    ThemeChoice theme;
    const char* name;
};

constexpr std::array<ThemeName, 3> kThemes{
    {{ThemeChoice::System, "system"}, {ThemeChoice::Light, "light"}, {ThemeChoice::Dark, "dark"}}};

} // namespace

Settings::Settings(const QString& iniFile) : m_settings(iniFile, QSettings::IniFormat) {}

ThemeChoice Settings::theme() const {
    const QString stored = m_settings.value(QStringLiteral("theme")).toString();
    for (const ThemeName& entry : kThemes) {
        if (stored == QLatin1String(entry.name)) {
            return entry.theme;
        }
    }
    return ThemeChoice::System;
}

void Settings::setTheme(ThemeChoice theme) {
    for (const ThemeName& entry : kThemes) {
        if (entry.theme == theme) {
            m_settings.setValue(QStringLiteral("theme"), QLatin1String(entry.name));
        }
    }
}

QString Settings::language() const {
    return m_settings.value(QStringLiteral("language")).toString();
}

void Settings::setLanguage(const QString& language) {
    m_settings.setValue(QStringLiteral("language"), language);
}

QByteArray Settings::layoutState(const QString& name) const {
    return m_settings.value(QStringLiteral("layout/") + name).toByteArray();
}

void Settings::setLayoutState(const QString& name, const QByteArray& state) {
    m_settings.setValue(QStringLiteral("layout/") + name, state);
}

} // namespace fissure::ui
