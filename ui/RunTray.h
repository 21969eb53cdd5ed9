#pragma once

#include <QMenu>
#include <QObject>
#include <QString>

class QAction;
class QSystemTrayIcon;

namespace fissure::ui {

class CurrentRun;

/// The program in the desktop's tray: progress of the run as an arc around the icon, name, percent and time
/// left as its tool tip, and a message when a run ends while the window is not the active one.
class RunTray final : public QObject {
    Q_OBJECT

public:
    /// Both must outlive it. The icon is shown at once; make one only where there is a tray.
    RunTray(const CurrentRun& run, QWidget& window, QObject* parent = nullptr);

    /// What the icon says.
    QString text() const;

Q_SIGNALS:
    void openRequested();
    void stopRequested();
    void quitRequested();

private:
    void makeMenu();
    void refresh();
    void showEnd();
    QIcon picture(int percent) const;

    const CurrentRun& m_run;
    QWidget& m_window;
    QMenu m_menu;
    QAction* m_stop = nullptr;
    QSystemTrayIcon* m_icon;
    int m_shownPercent = -1;
    bool m_wasActive = false;
};

} // namespace fissure::ui
