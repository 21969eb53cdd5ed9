#include "ui/RailButton.h"

#include "ui/common/Icons.h"
#include "ui/common/Palette.h"

#include <QPainter>

#include <algorithm>

namespace fissure::ui {

namespace {

constexpr int kIconPx = 22;
constexpr int kBar = 3;
constexpr int kSmallestWidth = 84;
constexpr int kHeight = 60;

/// Labels of the rail are a little smaller than the text of pages.
QFont railFont(QFont font) {
    font.setPointSizeF(font.pointSizeF() * 0.9);
    return font;
}

} // namespace

RailButton::RailButton(const char* iconName, const QString& label, QWidget* parent)
    : QAbstractButton(parent) {
    setText(label);
    setIcon(ui::icon(iconName));
    setCheckable(true);
    setAutoExclusive(true);
    setFocusPolicy(Qt::TabFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

QSize RailButton::sizeHint() const {
    const int label = QFontMetrics(railFont(font())).horizontalAdvance(text());
    return {std::max(kSmallestWidth, label + 16), kHeight};
}

void RailButton::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    const QColor accent = colorOf(Meaning::Accent, palette());
    const QColor ground = colorOf(Meaning::Surface, palette());
    if (isChecked()) {
        painter.fillRect(rect(), blended(ground, accent, 0.14));
        painter.fillRect(QRect(0, 0, kBar, height()), accent);
    } else if (underMouse()) {
        painter.fillRect(rect(), blended(ground, palette().color(QPalette::WindowText), 0.06));
    }
    const QFont labelFont = railFont(font());
    const int textHeight = QFontMetrics(labelFont).height();
    const int top = (height() - kIconPx - 4 - textHeight) / 2;
    icon().paint(&painter, QRect((width() - kIconPx) / 2, top, kIconPx, kIconPx));
    painter.setFont(labelFont);
    painter.setPen(palette().color(QPalette::WindowText));
    painter.drawText(QRect(0, top + kIconPx + 4, width(), textHeight), Qt::AlignCenter, text());
    if (hasFocus()) {
        painter.setPen(QPen(accent, 1.0, Qt::DotLine));
        painter.drawRect(rect().adjusted(kBar + 2, 2, -3, -3));
    }
}

void RailButton::enterEvent(QEnterEvent* event) {
    QAbstractButton::enterEvent(event);
    update();
}

void RailButton::leaveEvent(QEvent* event) {
    QAbstractButton::leaveEvent(event);
    update();
}

} // namespace fissure::ui
