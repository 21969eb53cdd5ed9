#pragma once

#include <QWidget>

class QLabel;
class QProgressBar;
class QToolButton;

namespace fissure::ui {

class CurrentRun;
class ElidedLabel;
class RunQueue;

/// The line at the bottom of the window: the run that trains, how far it is, how fast, how long still, and
/// how many wait. A click anywhere on it asks for the Live page.
class RunStatusBar final : public QWidget {
    Q_OBJECT

public:
    /// Both must outlive the bar.
    RunStatusBar(const CurrentRun& run, const RunQueue& queue, QWidget* parent = nullptr);

Q_SIGNALS:
    void clicked();

protected:
    void paintEvent(QPaintEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;

private:
    void refresh();
    void showRun();
    void showProgress();
    void showQueue();
    QString nameText() const;

    const CurrentRun& m_run;
    const RunQueue& m_queue;
    QToolButton* m_open = nullptr;
    ElidedLabel* m_name = nullptr;
    QLabel* m_epoch = nullptr;
    QProgressBar* m_progress = nullptr;
    QLabel* m_rate = nullptr;
    QLabel* m_timeLeft = nullptr;
    QLabel* m_waiting = nullptr;
};

} // namespace fissure::ui
