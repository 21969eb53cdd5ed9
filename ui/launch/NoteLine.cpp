#include "ui/launch/NoteLine.h"

#include "ui/common/Icons.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>

namespace fissure::ui {

namespace {

constexpr int kIconPx = 16;

QIcon iconOf(PreviewNote::Kind kind) {
    switch (kind) {
    case PreviewNote::Kind::Error:
        return icon("octagon-x", Meaning::Error);
    case PreviewNote::Kind::Warning:
        return icon("triangle-alert", Meaning::Warning);
    case PreviewNote::Kind::Info:
        return icon("info", Meaning::Muted);
    }
    return {};
}

} // namespace

NoteLine::NoteLine(const PreviewNote& note, QWidget* parent)
    : QWidget(parent)
    , m_kind(note.kind)
    , m_icon(new QLabel) {
    auto* text = new QLabel(note.text);
    text->setWordWrap(true);
    text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    text->setTextFormat(Qt::PlainText);
    m_icon->setFixedSize(kIconPx, kIconPx);
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    layout->addWidget(m_icon, 0, Qt::AlignTop);
    layout->addWidget(text, 1);
    drawIcon();
}

void NoteLine::changeEvent(QEvent* event) {
    if (event->type() == QEvent::PaletteChange) {
        drawIcon();
    }
    QWidget::changeEvent(event);
}

void NoteLine::drawIcon() {
    m_icon->setPixmap(iconOf(m_kind).pixmap(QSize(kIconPx, kIconPx), devicePixelRatioF()));
}

} // namespace fissure::ui
