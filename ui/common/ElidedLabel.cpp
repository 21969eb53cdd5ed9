#include "ui/common/ElidedLabel.h"

#include "ui/common/ToolTip.h"

#include <QPainter>

namespace fissure::ui {

ElidedLabel::ElidedLabel(QWidget* parent) : QFrame(parent) {
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void ElidedLabel::setText(const QString& text) {
    if (text == m_text) {
        return;
    }
    m_text = text;
    setToolTip(plainToolTip(text));
    setAccessibleName(text);
    if (sizePolicy().horizontalPolicy() != QSizePolicy::Ignored) {
        updateGeometry();
    }
    update();
}

QSize ElidedLabel::sizeHint() const {
    // Advances are rounded: without the spare pixel a text that fits would be cut.
    return {fontMetrics().horizontalAdvance(m_text) + 1, fontMetrics().height()};
}

QSize ElidedLabel::minimumSizeHint() const {
    return {fontMetrics().averageCharWidth() * 8, fontMetrics().height()};
}

void ElidedLabel::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setPen(palette().color(foregroundRole()));
    painter.drawText(rect(), Qt::AlignLeft | Qt::AlignVCenter,
                     fontMetrics().elidedText(m_text, Qt::ElideMiddle, width()));
}

} // namespace fissure::ui
