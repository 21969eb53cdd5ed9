#include "ui/StopQuestion.h"

#include <QPushButton>

namespace fissure::ui {

StopQuestion::StopQuestion(Work work, Queue queue, QWidget* parent)
    : QMessageBox(QMessageBox::Question, titleOf(work), textOf(work), QMessageBox::NoButton, parent) {
    setObjectName(QStringLiteral("closeQuestion"));
    setAttribute(Qt::WA_DeleteOnClose);
    if (queue == Queue::Waiting) {
        setInformativeText(tr("The runs in the queue are kept and wait for you at the next start."));
    }
    auto* stop = addButton(buttonOf(work), QMessageBox::DestructiveRole);
    stop->setObjectName(QStringLiteral("stopAndClose"));
    auto* keep = addButton(tr("Keep open"), QMessageBox::RejectRole);
    keep->setObjectName(QStringLiteral("keepOpen"));
    setDefaultButton(keep);
    setEscapeButton(keep);
    connect(stop, &QPushButton::clicked, this, &StopQuestion::stopChosen);
}

QString StopQuestion::titleOf(Work work) {
    switch (work) {
    case Work::Run:
        return tr("A run is not over");
    case Work::Build:
        return tr("A data set is being built");
    case Work::Both:
        break;
    }
    return tr("A run and a build are not over");
}

QString StopQuestion::textOf(Work work) {
    switch (work) {
    case Work::Run:
        return tr("A run is not over. Closing the window stops it; the epochs done so far are kept.");
    case Work::Build:
        return tr(
            "A data set is being built. Closing the window cancels the build; the photographs done so far "
            "are kept.");
    case Work::Both:
        break;
    }
    return tr(
        "A run is not over, and a data set is being built. Closing the window stops both; the epochs and the "
        "photographs done so far are kept.");
}

QString StopQuestion::buttonOf(Work work) {
    switch (work) {
    case Work::Run:
        return tr("Stop run and close");
    case Work::Build:
        return tr("Cancel build and close");
    case Work::Both:
        break;
    }
    return tr("Stop both and close");
}

} // namespace fissure::ui
