#pragma once

#include "ui/run/LiveStatus.h"

#include <QWidget>

#include <optional>

class QLabel;
class QPushButton;

namespace fissure::ui {

class Figure;
class IconLabel;
class PageHeader;

/// The top of the live page: name, state, progress, speed, time left, and what can be done now.
class LiveHeader final : public QWidget {
    Q_OBJECT

public:
    explicit LiveHeader(QWidget* parent = nullptr);

    void showStatus(const LiveStatus& status, std::chrono::milliseconds elapsed);

Q_SIGNALS:
    void pauseRequested();
    void resumeRequested();
    void stopRequested();
    void inspectRequested();
    void experimentRequested();
    void newRunRequested();

private:
    void makeActions();
    QWidget* makeState();
    void showActions(const LiveStatus& status);
    void offerResume(bool isPaused);
    void pauseOrResume();
    void showState(const LiveStatus& status);
    void showProgress(const LiveStatus& status);

    PageHeader* m_header;
    QWidget* m_strip;
    QPushButton* m_pause;
    QPushButton* m_stop;
    QPushButton* m_inspect;
    QPushButton* m_experiment;
    QPushButton* m_newRun;
    IconLabel* m_stateIcon;
    std::optional<RunStatus> m_shownStatus;
    std::optional<bool> m_offersResume;
    QLabel* m_state;
    QLabel* m_detail;
    Figure* m_epoch;
    Figure* m_unit;
    Figure* m_rate;
    Figure* m_elapsed;
    Figure* m_left;
    Figure* m_best;
};

} // namespace fissure::ui
