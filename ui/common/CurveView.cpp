#include "ui/common/CurveView.h"

#include "ui/common/Palette.h"

#include <QChart>
#include <QMouseEvent>
#include <QPainter>
#include <QWheelEvent>

#include <algorithm>
#include <cmath>

namespace fissure::ui {

namespace {

constexpr double kSmallestBoxPx = 6.0;
constexpr int kPaddingPx = 8;
constexpr int kDotPx = 8;

} // namespace

CurveView::CurveView(QChart* chart, ReadoutSource readouts, QWidget* parent)
    : QChartView(chart, parent)
    , m_readouts(std::move(readouts)) {
    setFrameShape(QFrame::NoFrame);
    setMouseTracking(true);
    setViewportUpdateMode(QGraphicsView::FullViewportUpdate);
    setFocusPolicy(Qt::NoFocus);
    setBackgroundBrush(Qt::NoBrush);
}

void CurveView::setMark(std::optional<double> x, const QString& label) {
    m_markX = x;
    m_markLabel = label;
    viewport()->update();
}

void CurveView::setMarkedPoint(std::optional<QPointF> point, const QString& label) {
    m_markedPoint = point;
    m_pointLabel = label;
    viewport()->update();
}

void CurveView::setNotice(const QString& text) {
    if (m_notice != text) {
        m_notice = text;
        viewport()->update();
    }
}

QRectF CurveView::plot() const {
    return mapFromScene(chart()->mapRectToScene(chart()->plotArea())).boundingRect();
}

QPointF CurveView::valueAt(const QPointF& position) const {
    const QPointF inScene = mapToScene(position.toPoint());
    return chart()->mapToValue(chart()->mapFromScene(inScene));
}

QPointF CurveView::positionOf(const QPointF& value) const {
    return mapFromScene(chart()->mapToScene(chart()->mapToPosition(value)));
}

void CurveView::paintEvent(QPaintEvent* event) {
    QChartView::paintEvent(event);
    if (chart()->series().isEmpty()) {
        return;
    }
    QPainter painter(viewport());
    painter.setRenderHint(QPainter::Antialiasing);
    paintNotice(painter);
    paintMark(painter);
    paintMarkedPoint(painter);
    if (m_drag == Drag::Box) {
        paintBox(painter);
    } else if (m_cursor && m_drag == Drag::None) {
        paintCrosshair(painter);
    }
}

void CurveView::paintNotice(QPainter& painter) const {
    painter.setPen(colorOf(Meaning::Muted, palette()));
    painter.drawText(plot(), Qt::AlignCenter | Qt::TextWordWrap, m_notice);
}

void CurveView::paintMark(QPainter& painter) const {
    if (!m_markX || m_markLabel.isEmpty()) {
        return;
    }
    const QRectF area = plot();
    const double x = std::round(positionOf({*m_markX, 0.0}).x()) + 0.5;
    if (x < area.left() || x > area.right()) {
        return;
    }
    const QColor colour = colorOf(Meaning::Success, palette());
    painter.setPen(QPen(colour, 1.0, Qt::DashLine));
    painter.drawLine(QPointF(x, area.top() - 6), QPointF(x, area.bottom()));
    painter.setPen(colour);
    const QFontMetricsF metrics(painter.font());
    const double width = metrics.horizontalAdvance(m_markLabel);
    const double left = x + 4 + width > area.right() ? x - 4 - width : x + 4;
    // Over the plot, where it covers no curve.
    const QRectF box(left, area.top() - metrics.height() - 1, width, metrics.height());
    painter.drawText(box, Qt::AlignCenter, m_markLabel);
}

void CurveView::paintMarkedPoint(QPainter& painter) const {
    if (!m_markedPoint || m_pointLabel.isEmpty()) {
        return;
    }
    const QRectF area = plot();
    const QPointF at = positionOf(*m_markedPoint);
    if (!area.adjusted(-1, -1, 1, 1).contains(at)) {
        return;
    }
    const QFontMetricsF metrics(painter.font());
    QRectF box(at.x() + kDotPx, at.y() + kDotPx / 2.0, metrics.horizontalAdvance(m_pointLabel) + kDotPx,
               metrics.height());
    if (box.right() > area.right()) {
        box.moveRight(at.x() - kDotPx);
    }
    if (box.bottom() > area.bottom()) {
        box.moveBottom(at.y() - kDotPx / 2.0);
    }
    QColor ground = colorOf(Meaning::Surface, palette());
    ground.setAlphaF(0.85F); // the curve may run under the text
    painter.fillRect(box, ground);
    const QColor colour = palette().color(QPalette::WindowText);
    painter.setPen(colour);
    painter.drawText(box, Qt::AlignCenter, m_pointLabel);
    painter.setPen(QPen(colorOf(Meaning::Surface, palette()), 1.5));
    painter.setBrush(colour);
    painter.drawEllipse(at, kDotPx / 2.0, kDotPx / 2.0);
    painter.setBrush(Qt::NoBrush);
}

void CurveView::paintCrosshair(QPainter& painter) const {
    const QRectF area = plot();
    if (!area.contains(*m_cursor)) {
        return;
    }
    const QList<Readout> readouts = m_readouts(valueAt(*m_cursor).x());
    if (readouts.size() < 2) {
        return;
    }
    painter.setPen(QPen(colorOf(Meaning::Muted, palette()), 1.0, Qt::DotLine));
    const double x = std::round(m_cursor->x()) + 0.5;
    painter.drawLine(QPointF(x, area.top()), QPointF(x, area.bottom()));
    painter.setPen(QPen(colorOf(Meaning::Surface, palette()), 1.5));
    for (qsizetype i = 1; i < readouts.size(); ++i) {
        const QPointF at = positionOf(readouts[i].point);
        if (area.adjusted(-1, -1, 1, 1).contains(at)) {
            painter.setBrush(readouts[i].colour);
            painter.drawEllipse(at, kDotPx / 2.0, kDotPx / 2.0);
        }
    }
    paintReadouts(painter, readouts);
}

void CurveView::paintReadouts(QPainter& painter, const QList<Readout>& readouts) const {
    const QFontMetricsF metrics(painter.font());
    double textWidth = 0.0;
    for (const Readout& readout : readouts) {
        textWidth = std::max(textWidth, metrics.horizontalAdvance(readout.text));
    }
    const double lineHeight = metrics.height();
    const QSizeF size(textWidth + 3 * kPaddingPx + kDotPx,
                      lineHeight * static_cast<double>(readouts.size()) + 2 * kPaddingPx);
    const QRectF area = plot();
    QPointF corner(m_cursor->x() + 12, std::min(m_cursor->y() + 12, area.bottom() - size.height()));
    if (corner.x() + size.width() > area.right()) {
        corner.setX(m_cursor->x() - 12 - size.width());
    }
    corner.setX(std::max(corner.x(), 2.0));
    corner.setY(std::max(corner.y(), 2.0));
    QColor ground = palette().color(QPalette::ToolTipBase);
    ground.setAlphaF(0.94F);
    painter.setPen(colorOf(Meaning::Separator, palette()));
    painter.setBrush(ground);
    painter.drawRoundedRect(QRectF(corner, size), 3, 3);
    for (qsizetype i = 0; i < readouts.size(); ++i) {
        const QRectF line(corner.x() + kPaddingPx,
                          corner.y() + kPaddingPx + static_cast<double>(i) * lineHeight,
                          textWidth + kPaddingPx + kDotPx, lineHeight);
        if (i > 0) {
            painter.setPen(Qt::NoPen);
            painter.setBrush(readouts[i].colour);
            painter.drawEllipse(QPointF(line.left() + kDotPx / 2.0, line.center().y()), kDotPx / 2.0,
                                kDotPx / 2.0);
        }
        painter.setPen(palette().color(QPalette::ToolTipText));
        painter.drawText(line.adjusted(i > 0 ? kDotPx + kPaddingPx : 0, 0, 0, 0),
                         Qt::AlignLeft | Qt::AlignVCenter, readouts[i].text);
    }
}

void CurveView::paintBox(QPainter& painter) const {
    const QColor colour = colorOf(Meaning::Accent, palette());
    QColor pale = colour;
    pale.setAlphaF(0.15F);
    painter.setPen(QPen(colour, 1.0));
    painter.setBrush(pale);
    painter.drawRect(QRectF(m_dragStart, m_dragLast).normalized().intersected(plot()));
}

void CurveView::mousePressEvent(QMouseEvent* event) {
    const bool moves = event->button() == Qt::MiddleButton ||
                       (event->button() == Qt::LeftButton && event->modifiers().testFlag(Qt::ShiftModifier));
    if (!plot().contains(event->position()) || (!moves && event->button() != Qt::LeftButton)) {
        event->ignore();
        return;
    }
    m_drag = moves ? Drag::Move : Drag::Box;
    m_dragStart = event->position();
    m_dragLast = m_dragStart;
    if (moves) {
        viewport()->setCursor(Qt::ClosedHandCursor);
    }
}

void CurveView::mouseMoveEvent(QMouseEvent* event) {
    m_cursor = event->position();
    if (m_drag == Drag::Move) {
        Q_EMIT moved(valueAt(m_dragLast) - valueAt(*m_cursor));
    }
    m_dragLast = *m_cursor;
    viewport()->update();
}

void CurveView::mouseReleaseEvent(QMouseEvent* event) {
    const Drag drag = std::exchange(m_drag, Drag::None);
    viewport()->unsetCursor();
    viewport()->update();
    if (drag != Drag::Box) {
        return;
    }
    const QRectF box = QRectF(m_dragStart, event->position()).normalized().intersected(plot());
    if (box.width() >= kSmallestBoxPx && box.height() >= kSmallestBoxPx) {
        Q_EMIT boxChosen(QRectF(valueAt(box.bottomLeft()), valueAt(box.topRight())).normalized());
    }
}

void CurveView::mouseDoubleClickEvent(QMouseEvent* event) {
    if (event->button() == Qt::LeftButton) {
        m_drag = Drag::None;
        Q_EMIT resetWanted();
    }
}

void CurveView::wheelEvent(QWheelEvent* event) {
    const bool isForPage =
        m_wheelZooms == WheelZoom::WithControl && !event->modifiers().testFlag(Qt::ControlModifier);
    if (isForPage || !plot().contains(event->position()) || event->angleDelta().y() == 0) {
        event->ignore();
        return;
    }
    Q_EMIT wheelTurned(valueAt(event->position()), std::pow(0.85, event->angleDelta().y() / 120.0));
    event->accept();
}

void CurveView::leaveEvent(QEvent* event) {
    m_cursor.reset();
    viewport()->update();
    QChartView::leaveEvent(event);
}

} // namespace fissure::ui
