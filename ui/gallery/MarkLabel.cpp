#include "ui/gallery/MarkLabel.h"

#include "ui/common/IconLabel.h"
#include "ui/gallery/MarkText.h"

#include <QHBoxLayout>
#include <QLabel>

namespace fissure::ui {

namespace {

constexpr int kIconPx = 16;

} // namespace

MarkLabel::MarkLabel(QWidget* parent) : QWidget(parent) {
    m_icon = new IconLabel(kIconPx);
    m_text = new QLabel;
    setMinimumHeight(kIconPx); // what lies below must not move with the sign
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(6);
    layout->addWidget(m_icon);
    layout->addWidget(m_text, 1);
    setMark(std::nullopt);
}

QString MarkLabel::text() const {
    return m_text->text();
}

void MarkLabel::setMark(std::optional<Mark> mark) {
    m_icon->setVisible(mark.has_value());
    if (mark) {
        m_icon->setIcon(markIcon(*mark), MarkText::title(*mark));
    }
    m_text->setText(mark ? MarkText::title(*mark) : QString(QChar(0x2013)));
    setToolTip(mark ? MarkText::meaning(*mark) : MarkText::keys());
}

} // namespace fissure::ui
