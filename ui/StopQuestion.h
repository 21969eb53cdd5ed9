#pragma once

#include <QMessageBox>

namespace fissure::ui {

/// Asks whether the run that trains may be stopped, so that the window can close. Goes when it is answered.
class StopQuestion final : public QMessageBox {
    Q_OBJECT

public:
    enum class Queue { Empty, Waiting };

    StopQuestion(Queue queue, QWidget* parent);

Q_SIGNALS:
    void stopChosen();
};

} // namespace fissure::ui
