#pragma once

#include <QWidget>

class QLabel;
class QProgressBar;
class QToolButton;

namespace fissure::ui {

class CurrentRun;
class ElidedLabel;

/// The line at the bottom of the window: the run that trains, how far it is, how fast, how long still. A
/// click anywhere on it asks for the Live page.
class RunStatusBar final : public QWidget {
    Q_OBJECT

public:
    /// The run must outlive the bar.
    explicit RunStatusBar(const CurrentRun& run, QWidget* parent = nullptr);

Q_SIGNALS:
    void clicked();

protected:
    void paintEvent(QPaintEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;

private:
    void refresh();
    void showRun();
    void showProgress();
    QString nameText() const;

    const CurrentRun& m_run;
    QToolButton* m_open = nullptr;
    ElidedLabel* m_name = nullptr;
    QLabel* m_epoch = nullptr;
    QProgressBar* m_progress = nullptr;
    QLabel* m_rate = nullptr;
    QLabel* m_timeLeft = nullptr;
};

} // namespace fissure::ui
