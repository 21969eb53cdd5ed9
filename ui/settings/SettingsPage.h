#pragma once

#include "ui/common/Theme.h"

#include <QString>
#include <QWidget>

class QComboBox;
class QLabel;
class QVBoxLayout;

namespace fissure::ui {

class Settings;

/// Theme, language, where the workspace lies, and what the program is made of.
class SettingsPage final : public QWidget {
    Q_OBJECT

public:
    /// The settings must outlive the page. workspace: its folder.
    SettingsPage(Settings& settings, const QString& workspace, QWidget* parent = nullptr);

Q_SIGNALS:
    /// Already stored; whoever owns the application applies it.
    void themeChosen(fissure::ui::ThemeChoice theme);

private:
    QWidget* makeAppearance();
    QWidget* makeWorkspace(const QString& workspace);
    QWidget* makeAbout();

    Settings& m_settings;
    QString m_languageAtStart;
    QComboBox* m_theme = nullptr;
    QComboBox* m_language = nullptr;
    QLabel* m_languageHint = nullptr;
};

} // namespace fissure::ui
