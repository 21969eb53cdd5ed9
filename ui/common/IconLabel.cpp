#include "ui/common/IconLabel.h"

#include <QPainter>

namespace fissure::ui {

IconLabel::IconLabel(int sidePx, QWidget* parent) : QWidget(parent) {
    setFixedSize(sidePx, sidePx);
}

void IconLabel::setIcon(const QIcon& icon, const QString& meaning) {
    m_icon = icon;
    setAccessibleName(meaning);
    update();
}

void IconLabel::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    m_icon.paint(&painter, rect());
}

} // namespace fissure::ui
