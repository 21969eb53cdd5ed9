#pragma once

#include "core/base/Result.h"
#include "ui/common/CurveAxis.h"
#include "ui/common/Palette.h"

#include <QPointF>
#include <QString>
#include <QWidget>

#include <memory>
#include <vector>

namespace fissure::ui {

/// When the wheel zooms: in a page that scrolls, a chart leaves it to the page unless Control is held.
enum class WheelZoom { Always, WithControl };

enum class SeriesStyle {
    Faint,      ///< thin and pale: single steps
    Bold,       ///< epochs of training
    BoldMarked, ///< with a mark at every point
    Dashed,     ///< dashed with marks: epochs of validation
    Reference,  ///< thin and dashed: what to compare with
};

/// Curves over one x axis, with crosshair, box zoom and legend. Points may arrive as fast as they like: the
/// chart is redrawn at most 10 times a second, from at most two points a pixel column. While the user has not
/// zoomed, the axes follow the data. GUI thread only.
///
/// Mouse: drag zooms into the box, the wheel zooms at the cursor, the middle button or Shift and dragging
/// moves, a double click shows all again. Smoothing, the logarithmic axis and saving stand in a toolbar while
/// the cursor is over the chart, and in the context menu.
class CurveChart final : public QWidget {
    Q_OBJECT

public:
    CurveChart(const QString& title, const QString& xTitle, const QString& yTitle, QWidget* parent = nullptr);
    ~CurveChart() override;

    void setTitle(const QString& title);
    void setYUnit(CurveUnit unit);
    /// The least that the x axis spans while nothing is zoomed, so that charts over the same x line up.
    void setXSpan(const AxisRange& span);
    /// What the axes span while nothing is zoomed, whatever the data, with a little room for marks: for
    /// values with bounds of their own, which no logarithmic axis shows.
    void setBounds(const AxisRange& x, const AxisRange& y);
    /// x counts whole things: while nothing is zoomed, ticks stand at whole numbers only.
    void setWholeX(bool whole);
    /// What stands in the plot while there is not one point.
    void setEmptyText(const QString& text);
    void setWheelZooms(WheelZoom when);
    /// The number by which append() and setPoints() know the series.
    int addSeries(const QString& name, Meaning meaning, SeriesStyle style);
    /// One of several curves of the same kind, in the colour and the dash of its number, from 0.
    int addSeries(const QString& name, int number);
    /// x must not be smaller than that of the series' last point. Points that are not finite are left out.
    void append(int series, double x, double y);
    void setPoints(int series, std::vector<QPointF> points);
    /// Removes all points, the marks and the zoom; the series stay.
    void clear();
    /// A dashed vertical line with a text at its top ("best: 7"). An empty text removes it.
    void markX(double x, const QString& label);
    /// A dot with a text beside it ("threshold: 0.50"). An empty text removes it.
    void markPoint(const QPointF& point, const QString& label);
    void setSeriesVisible(int series, bool visible);
    /// Smooths the series of single steps over the raw ones; weight as in CurveSeries.
    void setSmoothing(double weight);
    /// Values of 0 and less are not drawn on a logarithmic axis.
    void setLogarithmic(bool logarithmic);
    void resetZoom();

    /// All raw points as CSV: series, x, y.
    Result<void> saveValues(const QString& file) const;
    /// The chart as it stands, as PNG in twice its size on the screen.
    Result<void> savePicture(const QString& file);

    int seriesCount() const;
    bool isSeriesVisible(int series) const;
    bool isZoomed() const;
    /// What the axes span; y in the unit of append().
    QRectF visibleRange() const;
    /// How many points are drawn of a series since the last redraw.
    int drawnPoints(int series) const;

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    /// The chart was brought up to date with its data.
    void redrawn();
    /// Of the toolbar and the context menu.
    void saved(const QString& file);
    void saveFailed(const fissure::Error& error);

protected:
    void changeEvent(QEvent* event) override;
    void showEvent(QShowEvent* event) override;

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace fissure::ui
