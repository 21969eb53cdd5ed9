#include "ui/common/InputFrame.h"

#include "ui/common/Palette.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QPainter>

namespace fissure::ui {

namespace {

/// Room around the input in which the red edge is drawn.
constexpr int kEdgePx = 2;

} // namespace

InputFrame::InputFrame(QWidget* parent) : QWidget(parent) {}

void InputFrame::hold(QWidget* input, QWidget* extra) {
    m_input = input;
    input->installEventFilter(this);
    setFocusProxy(input);
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(kEdgePx, kEdgePx, kEdgePx, kEdgePx);
    layout->setSpacing(4);
    layout->addWidget(input, 1);
    if (extra != nullptr) {
        layout->addWidget(extra);
    }
}

void InputFrame::setWrong(bool wrong) {
    m_isWrong = wrong;
    update();
}

bool InputFrame::eventFilter(QObject* watched, QEvent* event) {
    if (watched == m_input) {
        if (event->type() == QEvent::FocusIn) {
            Q_EMIT focused();
        } else if (event->type() == QEvent::Wheel && !m_input->hasFocus()) {
            event->ignore();
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

void InputFrame::paintEvent(QPaintEvent* event) {
    QWidget::paintEvent(event);
    if (!m_isWrong || m_input == nullptr) {
        return;
    }
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(colorOf(Meaning::Error, palette()), kEdgePx));
    painter.drawRoundedRect(QRectF(m_input->geometry()).adjusted(-1, -1, 1, 1), 3, 3);
}

} // namespace fissure::ui
