#include "ui/gallery/OutcomeChip.h"

#include <QPainter>

namespace fissure::ui {

namespace {

constexpr QSize kBadge(24, 16);
constexpr int kBadgeGap = 6;
constexpr int kPadding = 12;
constexpr int kHeight = 26;

} // namespace

OutcomeChip::OutcomeChip(std::optional<Outcome> badge, QWidget* parent)
    : QAbstractButton(parent)
    , m_badge(badge) {
    setCheckable(true);
    setFocusPolicy(Qt::TabFocus);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

QSize OutcomeChip::sizeHint() const {
    const int badge = m_badge ? kBadge.width() + kBadgeGap : 0;
    return {2 * kPadding + badge + fontMetrics().horizontalAdvance(text()), kHeight};
}

void OutcomeChip::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QColor accent = colorOf(Meaning::Accent, palette());
    const QColor ground = palette().color(QPalette::Base);
    QColor fill = ground;
    if (isChecked()) {
        fill = blended(ground, accent, 0.2);
    } else if (underMouse()) {
        fill = blended(ground, palette().color(QPalette::WindowText), 0.06);
    }
    const bool isMarked = isChecked() || hasFocus();
    const double line = isMarked ? 1.5 : 1.0;
    painter.setPen(QPen(isMarked ? accent : palette().color(QPalette::Mid), line,
                        hasFocus() && !isChecked() ? Qt::DotLine : Qt::SolidLine));
    painter.setBrush(fill);
    const double radius = height() / 2.0 - 1.0;
    painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), radius, radius);
    int left = kPadding;
    if (m_badge) {
        paintOutcomeBadge(painter, QRectF(QPointF(left, (height() - kBadge.height()) / 2.0), QSizeF(kBadge)),
                          *m_badge, palette());
        left += kBadge.width() + kBadgeGap;
    }
    painter.setPen(palette().color(QPalette::WindowText));
    painter.drawText(rect().adjusted(left, 0, 0, 0), Qt::AlignLeft | Qt::AlignVCenter, text());
    if (hasFocus() && isChecked()) {
        painter.setPen(QPen(accent, 1.0, Qt::DotLine));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(QRectF(rect()).adjusted(3.5, 3.5, -3.5, -3.5), radius - 2.5, radius - 2.5);
    }
}

void OutcomeChip::enterEvent(QEnterEvent* event) {
    QAbstractButton::enterEvent(event);
    update();
}

void OutcomeChip::leaveEvent(QEvent* event) {
    QAbstractButton::leaveEvent(event);
    update();
}

} // namespace fissure::ui
