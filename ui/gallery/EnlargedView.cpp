#include "ui/gallery/EnlargedView.h"

#include "ui/common/Icons.h"
#include "ui/gallery/CropPicture.h"
#include "ui/gallery/GalleryImages.h"
#include "ui/gallery/MarkLabel.h"
#include "ui/gallery/SourceView.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QToolButton>
#include <QVBoxLayout>

namespace fissure::ui {

EnlargedView::EnlargedView(GalleryImages& images, QWidget* parent) : QDialog(parent) {
    setObjectName(QStringLiteral("enlargedView"));
    setWindowTitle(tr("Proposal"));
    setContextMenuPolicy(Qt::ActionsContextMenu);
    // Nothing in it takes the focus, without which its actions have no keys.
    setFocusPolicy(Qt::StrongFocus);
    setFocus();
    if (parent != nullptr) {
        resize(parent->window()->size() * 9 / 10);
    }
    m_badge = new QLabel;
    m_caption = new QLabel;
    m_caption->setObjectName(QStringLiteral("enlargedCaption"));
    m_caption->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_caption->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_mark = new MarkLabel;
    m_mark->setObjectName(QStringLiteral("enlargedMark"));
    m_mark->setContentsMargins(0, 0, 16, 0);
    m_mark->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Preferred);
    m_position = new QLabel;
    m_previous = addButton("enlargedPrevious", tr("Previous proposal"));
    m_next = addButton("enlargedNext", tr("Next proposal"));
    auto* close = addButton("enlargedClose", tr("Close"));
    m_previous->setArrowType(Qt::LeftArrow);
    m_next->setArrowType(Qt::RightArrow);
    close->setIcon(icon("x"));
    connect(m_previous, &QToolButton::clicked, this, [this] { Q_EMIT stepRequested(-1); });
    connect(m_next, &QToolButton::clicked, this, [this] { Q_EMIT stepRequested(1); });
    connect(close, &QToolButton::clicked, this, &QDialog::reject);
    m_crop = new CropPicture(images.closeUps);
    m_source = new SourceView(images.closeUps);

    auto* head = new QHBoxLayout;
    head->setSpacing(8);
    head->addWidget(m_badge);
    head->addWidget(m_caption, 1);
    head->addWidget(m_mark);
    head->addWidget(m_position);
    head->addWidget(m_previous);
    head->addWidget(m_next);
    head->addWidget(close);
    auto* pictures = new QHBoxLayout;
    pictures->setSpacing(16);
    pictures->addWidget(m_source, 3);
    pictures->addWidget(m_crop, 2);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 16, 16, 16);
    layout->setSpacing(16);
    layout->addLayout(head);
    layout->addLayout(pictures, 1);
}

QToolButton* EnlargedView::addButton(const char* objectName, const QString& name) {
    auto* button = new QToolButton;
    button->setObjectName(QLatin1String(objectName));
    button->setAutoRaise(true);
    button->setAccessibleName(name);
    button->setToolTip(name);
    // The keys of the view must not end in a button.
    button->setFocusPolicy(Qt::NoFocus);
    return button;
}

void EnlargedView::setDetail(const ProposalDetail& detail, int position, int count) {
    m_crop->setPath(detail.cropPath);
    m_source->setDetail(detail);
    m_previous->setEnabled(position > 0);
    m_next->setEnabled(position + 1 < count);
    const Outcome outcome = detail.outcome();
    m_badge->setPixmap(outcomePixmap(outcome, palette(), QSize(30, 20), devicePixelRatioF()));
    m_caption->setText(tr("%1: %2, IoU %3, probability of crack %4, %5")
                           .arg(OutcomeText::title(outcome),
                                OutcomeText::change(detail.prediction, detail.threshold),
                                OutcomeText::fraction(detail.prediction.iou),
                                OutcomeText::fraction(detail.prediction.probability),
                                QString::fromStdString(detail.prediction.file)));
    m_mark->setVisible(detail.mark.has_value());
    m_mark->setMark(detail.mark);
    m_position->setText(tr("%1 of %2").arg(position + 1).arg(count));
}

void EnlargedView::keyPressEvent(QKeyEvent* event) {
    switch (event->key()) {
    case Qt::Key_Space:
        reject();
        return;
    case Qt::Key_Left:
    case Qt::Key_Up:
        if (m_previous->isEnabled()) {
            Q_EMIT stepRequested(-1);
        }
        return;
    case Qt::Key_Right:
    case Qt::Key_Down:
        if (m_next->isEnabled()) {
            Q_EMIT stepRequested(1);
        }
        return;
    default:
        QDialog::keyPressEvent(event);
    }
}

} // namespace fissure::ui
