#include "ui/settings/Settings.h"

#include <QUrl>

#include <array>

namespace fissure::ui {

namespace {

struct ThemeName {
    ThemeChoice theme;
    const char* name;
};

constexpr std::array<ThemeName, 3> kThemes{
    {{ThemeChoice::System, "system"}, {ThemeChoice::Light, "light"}, {ThemeChoice::Dark, "dark"}}};

constexpr QLatin1String kPresets("presets");

/// A path as a part of a key, where slashes would make groups.
QString queueKey(const QString& workspace) {
    return QStringLiteral("queue/") + QString::fromLatin1(QUrl::toPercentEncoding(workspace));
}

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

QByteArray Settings::presets() const {
    return m_settings.value(kPresets).toByteArray();
}

void Settings::setPresets(const QByteArray& json) {
    setOrRemove(kPresets, json);
}

QByteArray Settings::queue(const QString& workspace) const {
    return m_settings.value(queueKey(workspace)).toByteArray();
}

void Settings::setQueue(const QString& workspace, const QByteArray& json) {
    setOrRemove(queueKey(workspace), json);
}

void Settings::setOrRemove(const QString& key, const QByteArray& value) {
    if (value.isEmpty()) {
        m_settings.remove(key);
    } else {
        m_settings.setValue(key, value);
    }
}

} // namespace fissure::ui
