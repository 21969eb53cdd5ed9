#include "ui/common/CurveChart.h"

#include "ui/common/AxisTicks.h"
#include "ui/common/CurveLegend.h"
#include "ui/common/CurvePen.h"
#include "ui/common/CurveView.h"
#include "ui/common/Format.h"
#include "ui/common/SeriesPyramid.h"

#include <QChart>
#include <QElapsedTimer>
#include <QEvent>
#include <QGraphicsLayout>
#include <QLineSeries>
#include <QLocale>
#include <QTimer>
#include <QVBoxLayout>
#include <QValueAxis>

#include <algorithm>
#include <cmath>
#include <optional>

namespace fissure::ui {

namespace {

constexpr int kRedrawMs = 100;
/// Parts of an axis, and the pixels that a part takes at least: its label needs them.
constexpr int kMostTicks = 6;
constexpr int kFewestTicks = 3;
constexpr double kPixelsPerTickX = 70.0;
constexpr double kPixelsPerTickY = 30.0;
/// More marks than one in this many pixels would hide the line under them.
constexpr int kPixelsPerMark = 10;
/// Smooth lines cost twice the time; only few points deserve them.
constexpr qsizetype kSmoothPoints = 600;
/// Room beside the first and last mark, as a share of the axis.
constexpr double kMarkRoom = 0.02;
constexpr double kSmallestFractionSpan = 10.0; // percentage points
constexpr int kAssumedColumns = 600;           // until the chart was laid out

/// An extent of 0 is that of a chart that was not laid out yet.
int ticksFor(double extentPx, double pixelsPerTick) {
    return extentPx > 0.0 ? std::clamp(static_cast<int>(extentPx / pixelsPerTick), kFewestTicks, kMostTicks)
                          : kMostTicks;
}

struct ZoomWindow {
    AxisRange x;
    AxisRange y; ///< as drawn
};

} // namespace

class CurveChart::Private {
public:
    struct Series {
        QString name;
        Meaning meaning;
        SeriesStyle style;
        bool isVisible = true;
        SeriesPyramid pyramid;
        QLineSeries* line = nullptr;
    };

    Private(CurveChart& owner, const QString& title, const QString& xTitle, const QString& yTitle);

    Series& at(int number) { return series[static_cast<std::size_t>(number)]; }
    double factor() const { return scale == YScale::Fraction ? 100.0 : 1.0; }
    int ticksX() const { return ticksFor(chart->plotArea().width(), kPixelsPerTickX); }
    int ticksY() const { return ticksFor(chart->plotArea().height(), kPixelsPerTickY); }
    void touch();
    void redraw();
    void restyle();
    void zoomTo(const AxisRange& x, const AxisRange& y);
    ZoomWindow window() const;
    std::optional<AxisRange> xOfData() const;
    AxisRange yOfData(const AxisRange& x) const;
    void setAxis(QValueAxis& axis, const AxisRange& range, int ticks, const char* suffix);
    QList<CurveView::Readout> readoutsAt(double x) const;

    CurveChart& chartWidget;
    QString xTitle;
    YScale scale = YScale::Automatic;
    std::vector<Series> series;
    std::optional<ZoomWindow> zoom;
    QElapsedTimer sinceRedraw;
    QTimer timer;
    QChart* chart;
    QValueAxis* xAxis;
    QValueAxis* yAxis;
    CurveLegend* legend;
    CurveView* view;
};

CurveChart::Private::Private(CurveChart& owner, const QString& title, const QString& xTitleText,
                             const QString& yTitle)
    : chartWidget(owner)
    , xTitle(xTitleText)
    , chart(new QChart)
    , xAxis(new QValueAxis(chart))
    , yAxis(new QValueAxis(chart))
    , legend(new CurveLegend(title, &owner))
    , view(new CurveView(
          chart, [this](double x) { return readoutsAt(x); }, &owner)) {
    chart->legend()->hide();
    chart->setMargins(QMargins(4, 14, 12, 4));
    chart->layout()->setContentsMargins(0, 0, 0, 0);
    chart->setBackgroundRoundness(0);
    chart->addAxis(xAxis, Qt::AlignBottom);
    chart->addAxis(yAxis, Qt::AlignLeft);
    xAxis->setTitleText(xTitle);
    yAxis->setTitleText(yTitle);
    for (QValueAxis* axis : {xAxis, yAxis}) {
        axis->setTickType(QValueAxis::TicksDynamic);
        axis->setTruncateLabels(false);
    }
    timer.setSingleShot(true);
}

void CurveChart::Private::touch() {
    if (timer.isActive() || !chartWidget.isVisible()) {
        return;
    }
    const qint64 passed = sinceRedraw.isValid() ? sinceRedraw.elapsed() : kRedrawMs;
    timer.start(static_cast<int>(std::clamp<qint64>(kRedrawMs - passed, 0, kRedrawMs)));
}

std::optional<AxisRange> CurveChart::Private::xOfData() const {
    std::optional<AxisRange> range;
    bool isMarked = false;
    for (const Series& one : series) {
        if (!one.isVisible || one.pyramid.isEmpty()) {
            continue;
        }
        isMarked = isMarked || hasMarks(one.style);
        const double low = one.pyramid.points().front().x();
        const double high = one.pyramid.points().back().x();
        range =
            range ? AxisRange{std::min(range->low, low), std::max(range->high, high)} : AxisRange{low, high};
    }
    if (range && !(range->span() > 0.0)) {
        return AxisRange{range->low - 0.5, range->high + 0.5};
    }
    if (range && isMarked) {
        const double room = range->span() * kMarkRoom;
        return AxisRange{range->low - room, range->high + room};
    }
    return range;
}

AxisRange CurveChart::Private::yOfData(const AxisRange& x) const {
    std::optional<AxisRange> range;
    for (const Series& one : series) {
        const auto extent = one.isVisible ? one.pyramid.yRange(x.low, x.high) : std::nullopt;
        if (extent) {
            const AxisRange values{extent->first * factor(), extent->second * factor()};
            range = range ? AxisRange{std::min(range->low, values.low), std::max(range->high, values.high)}
                          : values;
        }
    }
    if (scale == YScale::Fraction) {
        if (!range) {
            return {0.0, 100.0};
        }
        const double missing = std::max(0.0, kSmallestFractionSpan - range->span()) / 2.0;
        const AxisRange snapped = AxisRange{range->low - missing, range->high + missing}.snapped(ticksY());
        return {std::max(0.0, snapped.low), std::min(100.0, snapped.high)};
    }
    if (!range) {
        return {};
    }
    // Zero is on the axis where it is not far: a loss then falls towards it and is not cut off just below.
    if (range->low > 0.0 && range->low < 0.5 * range->high) {
        range->low = 0.0;
    }
    return range->snapped(ticksY());
}

ZoomWindow CurveChart::Private::window() const {
    if (zoom) {
        return *zoom;
    }
    const AxisRange x = xOfData().value_or(AxisRange{});
    return {x, yOfData(x)};
}

void CurveChart::Private::setAxis(QValueAxis& axis, const AxisRange& range, int count, const char* suffix) {
    const AxisTicks ticks = AxisTicks::of(range.low, range.high, count);
    const QString format =
        QStringLiteral("%.%1f%2").arg(QString::number(ticks.decimals), QLatin1String(suffix));
    // A step that is too small for the range would, for a moment, mean very many ticks: widen before
    // narrowing.
    if (ticks.step >= axis.tickInterval()) {
        axis.setTickInterval(ticks.step);
        axis.setRange(range.low, range.high);
    } else {
        axis.setRange(range.low, range.high);
        axis.setTickInterval(ticks.step);
    }
    axis.setTickAnchor(0.0);
    if (axis.labelFormat() != format) {
        axis.setLabelFormat(format);
    }
}

void CurveChart::Private::redraw() {
    sinceRedraw.start();
    const ZoomWindow shown = window();
    setAxis(*xAxis, shown.x, ticksX(), "");
    setAxis(*yAxis, shown.y, ticksY(), scale == YScale::Fraction ? " %%" : "");
    const int width = static_cast<int>(chart->plotArea().width());
    const int columns = width > 0 ? width : kAssumedColumns;
    qsizetype drawn = 0;
    for (Series& one : series) {
        one.line->setVisible(one.isVisible);
        if (!one.isVisible) {
            continue;
        }
        QList<QPointF> points = one.pyramid.visible(shown.x.low, shown.x.high, columns);
        for (QPointF& point : points) {
            point.setY(point.y() * factor());
        }
        one.line->setPointsVisible(hasMarks(one.style) && points.size() <= columns / kPixelsPerMark);
        one.line->replace(points);
        drawn += points.size();
    }
    view->setRenderHint(QPainter::Antialiasing, drawn <= kSmoothPoints);
    Q_EMIT chartWidget.redrawn();
}

void CurveChart::Private::restyle() {
    const QPalette palette = chartWidget.palette();
    const QColor surface = colorOf(Meaning::Surface, palette);
    const QColor separator = colorOf(Meaning::Separator, palette);
    chart->setBackgroundBrush(surface);
    chart->setBackgroundPen(Qt::NoPen);
    QFont font = chartWidget.font();
    font.setPointSizeF(std::max(7.0, font.pointSizeF() * 0.9));
    for (QValueAxis* axis : {xAxis, yAxis}) {
        axis->setLabelsColor(colorOf(Meaning::Muted, palette));
        axis->setLabelsFont(font);
        axis->setTitleFont(font);
        axis->setTitleBrush(colorOf(Meaning::Muted, palette));
        axis->setGridLineColor(blended(surface, separator, 0.7));
        axis->setLinePenColor(separator);
    }
    for (const Series& one : series) {
        one.line->setPen(penOf(one.meaning, one.style, palette));
        one.line->setMarkerSize(kMarkPx / 2.0); // Qt takes the radius of a line's markers
    }
}

void CurveChart::Private::zoomTo(const AxisRange& x, const AxisRange& y) {
    const auto isUsable = [](const AxisRange& range) {
        const double magnitude = std::max(std::fabs(range.low), std::fabs(range.high));
        return std::isfinite(range.span()) && range.span() > magnitude * 1e-9 && range.span() < 1e12;
    };
    if (isUsable(x) && isUsable(y)) {
        zoom = ZoomWindow{x, y};
        touch();
    }
}

QList<CurveView::Readout> CurveChart::Private::readoutsAt(double x) const {
    const AxisTicks ticks = AxisTicks::of(xAxis->min(), xAxis->max(), kMostTicks * 20);
    QList<CurveView::Readout> readouts;
    std::optional<double> nearestX;
    for (const Series& one : series) {
        const auto point = one.isVisible ? one.pyramid.nearest(x) : std::nullopt;
        if (!point) {
            continue;
        }
        if (!nearestX || std::fabs(point->x() - x) < std::fabs(*nearestX - x)) {
            nearestX = point->x();
        }
        const QString value = scale == YScale::Fraction ? percentText(point->y()) : lossText(point->y());
        readouts.append({QStringLiteral("%1  %2").arg(one.name, value),
                         penOf(one.meaning, one.style, chartWidget.palette()).color(),
                         QPointF(point->x(), point->y() * factor())});
    }
    if (nearestX) {
        const QString at = QLocale().toString(*nearestX, 'f', std::min(ticks.decimals, 3));
        readouts.prepend({xTitle.isEmpty() ? at : QStringLiteral("%1 %2").arg(xTitle, at), {}, {}});
    }
    return readouts;
}

CurveChart::CurveChart(const QString& title, const QString& xTitle, const QString& yTitle, QWidget* parent)
    : QWidget(parent)
    , d(std::make_unique<Private>(*this, title, xTitle, yTitle)) {
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Base);
    setAccessibleName(title);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(d->legend);
    layout->addWidget(d->view, 1);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    connect(&d->timer, &QTimer::timeout, this, [this] { d->redraw(); });
    connect(d->chart, &QChart::plotAreaChanged, this, [this] { d->touch(); });
    connect(d->legend, &CurveLegend::toggled, this, &CurveChart::setSeriesVisible);
    connect(d->view, &CurveView::resetWanted, this, &CurveChart::resetZoom);
    connect(d->view, &CurveView::boxChosen, this, [this](const QRectF& box) {
        d->zoomTo({box.left(), box.right()}, {box.top(), box.bottom()});
    });
    connect(d->view, &CurveView::wheelTurned, this, [this](const QPointF& centre, double factor) {
        const ZoomWindow now = d->window();
        d->zoomTo(now.x.scaledAbout(centre.x(), factor), now.y.scaledAbout(centre.y(), factor));
    });
    connect(d->view, &CurveView::moved, this, [this](const QPointF& by) {
        const ZoomWindow now = d->window();
        d->zoomTo({now.x.low + by.x(), now.x.high + by.x()}, {now.y.low + by.y(), now.y.high + by.y()});
    });
    d->restyle();
}

CurveChart::~CurveChart() = default;

void CurveChart::setYScale(YScale scale) {
    d->scale = scale;
    d->zoom.reset();
    d->touch();
}

int CurveChart::addSeries(const QString& name, Meaning meaning, SeriesStyle style) {
    auto* line = new QLineSeries(d->chart);
    line->setName(name);
    d->chart->addSeries(line);
    line->attachAxis(d->xAxis);
    line->attachAxis(d->yAxis);
    d->series.push_back({name, meaning, style, true, {}, line});
    d->legend->addSeries(name, meaning, style);
    d->restyle();
    d->touch();
    return seriesCount() - 1;
}

void CurveChart::append(int series, double x, double y) {
    d->at(series).pyramid.append(x, y);
    d->touch();
}

void CurveChart::setPoints(int series, std::vector<QPointF> points) {
    d->at(series).pyramid.assign(std::move(points));
    d->touch();
}

void CurveChart::clear() {
    for (Private::Series& one : d->series) {
        one.pyramid.clear();
    }
    d->zoom.reset();
    d->view->setMark(std::nullopt, {});
    d->touch();
}

void CurveChart::markX(double x, const QString& label) {
    d->view->setMark(x, label);
}

void CurveChart::setSeriesVisible(int series, bool visible) {
    d->at(series).isVisible = visible;
    d->legend->setChecked(series, visible);
    d->touch();
}

void CurveChart::resetZoom() {
    d->zoom.reset();
    d->touch();
}

int CurveChart::seriesCount() const {
    return static_cast<int>(d->series.size());
}

bool CurveChart::isSeriesVisible(int series) const {
    return d->at(series).isVisible;
}

bool CurveChart::isZoomed() const {
    return d->zoom.has_value();
}

QRectF CurveChart::visibleRange() const {
    const ZoomWindow shown = d->window();
    return {shown.x.low, shown.y.low / d->factor(), shown.x.span(), shown.y.span() / d->factor()};
}

int CurveChart::drawnPoints(int series) const {
    return static_cast<int>(d->at(series).line->count());
}

QSize CurveChart::sizeHint() const {
    return {480, 280};
}

QSize CurveChart::minimumSizeHint() const {
    return {200, 130};
}

void CurveChart::changeEvent(QEvent* event) {
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange) {
        d->restyle();
    }
    QWidget::changeEvent(event);
}

void CurveChart::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    d->redraw();
}

} // namespace fissure::ui
