#pragma once

#include <QMessageBox>

namespace fissure::ui {

/// Asks whether the run that trains, or is paused, and the data set that is being built may be stopped, so
/// that the window can close. Goes when it is answered.
class StopQuestion final : public QMessageBox {
    Q_OBJECT

public:
    enum class Work { Run, Build, Both };
    enum class Queue { Empty, Waiting };

    StopQuestion(Work work, Queue queue, QWidget* parent);

Q_SIGNALS:
    void stopChosen();

private:
    static QString titleOf(Work work);
    static QString textOf(Work work);
    static QString buttonOf(Work work);
};

} // namespace fissure::ui
