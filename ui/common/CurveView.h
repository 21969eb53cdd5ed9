#pragma once

#include "ui/common/CurveChart.h"

#include <QChartView>
#include <QColor>
#include <QList>
#include <QPointF>
#include <QRectF>
#include <QString>

#include <functional>
#include <optional>

namespace fissure::ui {

/// The drawing surface of a CurveChart: turns the mouse into wishes in the chart's values and paints what
/// lies over the curves (marks, crosshair, zoom box).
class CurveView final : public QChartView {
    Q_OBJECT

public:
    /// A value beside the crosshair.
    struct Readout {
        QString text;
        QColor colour;
        QPointF point; ///< in the chart's values
    };
    /// What stands under the cursor at x; the first readout is the headline and has no dot.
    using ReadoutSource = std::function<QList<Readout>(double x)>;

    CurveView(QChart* chart, ReadoutSource readouts, QWidget* parent = nullptr);

    void setMark(std::optional<double> x, const QString& label);
    /// In the chart's values.
    void setMarkedPoint(std::optional<QPointF> point, const QString& label);
    void setWheelZooms(WheelZoom when) { m_wheelZooms = when; }
    /// A muted sentence in the middle of the plot; empty for none.
    void setNotice(const QString& text);
    const QString& notice() const { return m_notice; }

Q_SIGNALS:
    void boxChosen(const QRectF& values);
    /// factor below 1 zooms in.
    void wheelTurned(const QPointF& centre, double factor);
    void moved(const QPointF& byValues);
    void resetWanted();

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void leaveEvent(QEvent* event) override;

private:
    enum class Drag { None, Box, Move };

    QRectF plot() const;
    QPointF valueAt(const QPointF& position) const;
    QPointF positionOf(const QPointF& value) const;
    void paintNotice(QPainter& painter) const;
    void paintMark(QPainter& painter) const;
    void paintMarkedPoint(QPainter& painter) const;
    void paintCrosshair(QPainter& painter) const;
    void paintReadouts(QPainter& painter, const QList<Readout>& readouts) const;
    void paintBox(QPainter& painter) const;

    ReadoutSource m_readouts;
    WheelZoom m_wheelZooms = WheelZoom::Always;
    std::optional<double> m_markX;
    QString m_markLabel;
    std::optional<QPointF> m_markedPoint;
    QString m_pointLabel;
    QString m_notice;
    std::optional<QPointF> m_cursor;
    Drag m_drag = Drag::None;
    QPointF m_dragStart;
    QPointF m_dragLast;
};

} // namespace fissure::ui
