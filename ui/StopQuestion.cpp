#include "ui/StopQuestion.h"

#include <QPushButton>

namespace fissure::ui {

StopQuestion::StopQuestion(Queue queue, QWidget* parent)
    : QMessageBox(QMessageBox::Question, tr("A run is training"),
                  tr("A run is training. Closing the window stops it; the epochs done so far are kept."),
                  QMessageBox::NoButton, parent) {
    setObjectName(QStringLiteral("closeQuestion"));
    setAttribute(Qt::WA_DeleteOnClose);
    if (queue == Queue::Waiting) {
        setInformativeText(tr("The runs in the queue are kept and wait for you at the next start."));
    }
    auto* stop = addButton(tr("Stop run and close"), QMessageBox::DestructiveRole);
    stop->setObjectName(QStringLiteral("stopAndClose"));
    auto* keep = addButton(tr("Keep open"), QMessageBox::RejectRole);
    keep->setObjectName(QStringLiteral("keepOpen"));
    setDefaultButton(keep);
    setEscapeButton(keep);
    connect(stop, &QPushButton::clicked, this, &StopQuestion::stopChosen);
}

} // namespace fissure::ui
