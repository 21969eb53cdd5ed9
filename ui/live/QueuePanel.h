#pragma once

#include "ui/run/RunQueue.h"

#include <QWidget>

class QLabel;
class QPushButton;
class QScrollArea;

namespace fissure::ui {

/// The runs that wait for their turn, each with a button that takes it out, and whether the queue is held.
class QueuePanel final : public QWidget {
    Q_OBJECT

public:
    /// The queue must outlive the panel.
    explicit QueuePanel(RunQueue& queue, QWidget* parent = nullptr);

private:
    void refresh();
    void fillList();
    QWidget* makeRow(const QueuedRun& run);
    void holdOrResume();
    void remove(quint64 id);

    RunQueue& m_queue;
    QPushButton* m_hold;
    QLabel* m_state;
    QScrollArea* m_list;
};

} // namespace fissure::ui
