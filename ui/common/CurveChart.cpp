#include "ui/common/CurveChart.h"

#include "ui/common/CurveAxis.h"
#include "ui/common/CurveExport.h"
#include "ui/common/CurveLegend.h"
#include "ui/common/CurvePen.h"
#include "ui/common/CurveSeries.h"
#include "ui/common/CurveTools.h"
#include "ui/common/CurveView.h"
#include "ui/common/Format.h"

#include <QChart>
#include <QElapsedTimer>
#include <QEvent>
#include <QGraphicsLayout>
#include <QLineSeries>
#include <QLocale>
#include <QTimer>
#include <QVBoxLayout>

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
constexpr double kSmallestOnLogAxis = 1e-3;    // of the highest value, where the lowest is 0
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

AxisRange withRoom(const AxisRange& range) {
    const double room = range.span() * kMarkRoom;
    return {range.low - room, range.high + room};
}

} // namespace

class CurveChart::Private {
public:
    struct Series {
        QString name;
        SeriesLook look;
        bool isVisible = true;
        CurveSeries points;
        QLineSeries* line = nullptr;
        QLineSeries* smoothLine = nullptr; ///< only of single steps
    };

    Private(CurveChart& owner, const QString& title, const QString& xTitle, const QString& yTitle);

    Series& at(int number) { return series[static_cast<std::size_t>(number)]; }
    int ticksX() const { return ticksFor(chart->plotArea().width(), kPixelsPerTickX); }
    int ticksY() const { return ticksFor(chart->plotArea().height(), kPixelsPerTickY); }
    void touch();
    void redraw();
    void restyle();
    void zoomTo(const AxisRange& x, const AxisRange& y);
    ZoomWindow window() const;
    std::optional<AxisRange> xOfData() const;
    AxisRange yOfData(const AxisRange& x) const;
    QList<QPointF> drawnOf(const SeriesPyramid& points, const AxisRange& x, int columns) const;
    QLineSeries* addLine();
    int add(const QString& name, const SeriesLook& look);
    QList<CurveView::Readout> readoutsAt(double x) const;

    CurveChart& chartWidget;
    QString xTitle;
    QString emptyText;
    std::vector<Series> series;
    std::optional<AxisRange> xSpan;
    std::optional<ZoomWindow> bounds; ///< in place of the data's
    bool hasWholeX = false;
    std::optional<ZoomWindow> zoom;
    QElapsedTimer sinceRedraw;
    QTimer timer;
    QChart* chart;
    CurveAxis* xAxis;
    CurveAxis* yAxis;
    CurveLegend* legend;
    CurveView* view;
    CurveTools* tools;
};

CurveChart::Private::Private(CurveChart& owner, const QString& title, const QString& xTitleText,
                             const QString& yTitle)
    : chartWidget(owner)
    , xTitle(xTitleText)
    , chart(new QChart)
    , legend(new CurveLegend(title, &owner))
    , view(new CurveView(
          chart, [this](double x) { return readoutsAt(x); }, &owner))
    , tools(new CurveTools(owner, *view)) {
    chart->legend()->hide();
    chart->setLocalizeNumbers(true);
    chart->setLocale(QLocale());
    chart->setMargins(QMargins(4, 14, 12, 4));
    chart->layout()->setContentsMargins(0, 0, 0, 0);
    chart->setBackgroundRoundness(0);
    xAxis = new CurveAxis(*chart, Qt::AlignBottom, xTitle);
    yAxis = new CurveAxis(*chart, Qt::AlignLeft, yTitle);
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
    std::optional<AxisRange> range = xSpan;
    // Charts that share a span have the same room, whatever is in them.
    bool hasRoom = xSpan.has_value();
    for (const Series& one : series) {
        if (!one.isVisible || one.points.raw().isEmpty()) {
            continue;
        }
        hasRoom = hasRoom || hasMarks(one.look);
        const double low = one.points.raw().points().front().x();
        const double high = one.points.raw().points().back().x();
        range =
            range ? AxisRange{std::min(range->low, low), std::max(range->high, high)} : AxisRange{low, high};
    }
    if (range && !(range->span() > 0.0)) {
        return AxisRange{range->low - 0.5, range->high + 0.5};
    }
    if (range && hasRoom) {
        return withRoom(*range);
    }
    return range;
}

AxisRange CurveChart::Private::yOfData(const AxisRange& x) const {
    std::optional<AxisRange> range;
    for (const Series& one : series) {
        const auto extent = one.isVisible ? one.points.raw().yRange(x.low, x.high) : std::nullopt;
        if (extent) {
            range =
                range ? AxisRange{std::min(range->low, extent->first), std::max(range->high, extent->second)}
                      : AxisRange{extent->first, extent->second};
        }
    }
    if (yAxis->isLogarithmic()) {
        const double high = range && range->high > 0.0 ? range->high : 1.0;
        const double low = range && range->low > 0.0 ? range->low : high * kSmallestOnLogAxis;
        const double room = std::max(0.01, kMarkRoom * (yAxis->position(high) - yAxis->position(low)));
        return {yAxis->position(low) - room, yAxis->position(high) + room};
    }
    if (yAxis->unit() == CurveUnit::Percent) {
        if (!range) {
            return {0.0, 100.0};
        }
        const AxisRange shown{yAxis->position(range->low), yAxis->position(range->high)};
        const double missing = std::max(0.0, kSmallestFractionSpan - shown.span()) / 2.0;
        const AxisRange snapped = AxisRange{shown.low - missing, shown.high + missing}.snapped(ticksY());
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
    if (bounds) {
        return *bounds;
    }
    const AxisRange x = xOfData().value_or(AxisRange{});
    return {x, yOfData(x)};
}

QList<QPointF> CurveChart::Private::drawnOf(const SeriesPyramid& points, const AxisRange& x,
                                            int columns) const {
    QList<QPointF> drawn = points.visible(x.low, x.high, columns);
    for (QPointF& point : drawn) {
        point.setY(yAxis->position(point.y()));
    }
    drawn.removeIf([](const QPointF& point) { return !std::isfinite(point.y()); });
    return drawn;
}

void CurveChart::Private::redraw() {
    sinceRedraw.start();
    const ZoomWindow shown = window();
    xAxis->show(shown.x, ticksX(), hasWholeX && !zoom ? 1.0 : 0.0);
    yAxis->show(shown.y, ticksY());
    const int width = static_cast<int>(chart->plotArea().width());
    const int columns = width > 0 ? width : kAssumedColumns;
    qsizetype drawn = 0;
    for (Series& one : series) {
        one.line->setVisible(one.isVisible);
        if (one.smoothLine != nullptr) {
            one.smoothLine->setVisible(one.isVisible && one.points.isSmoothed());
        }
        if (!one.isVisible) {
            continue;
        }
        const QList<QPointF> points = drawnOf(one.points.raw(), shown.x, columns);
        one.line->setPointsVisible(hasMarks(one.look) && points.size() <= columns / kPixelsPerMark);
        one.line->replace(points);
        drawn += points.size();
        if (one.points.isSmoothed()) {
            one.smoothLine->replace(drawnOf(one.points.smoothed(), shown.x, columns));
        }
    }
    const bool isEmpty =
        std::ranges::all_of(series, [](const Series& one) { return one.points.raw().isEmpty(); });
    view->setNotice(isEmpty ? emptyText : QString());
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
    for (CurveAxis* axis : {xAxis, yAxis}) {
        axis->restyle(font, colorOf(Meaning::Muted, palette), separator, blended(surface, separator, 0.7));
    }
    for (const Series& one : series) {
        one.line->setPen(one.points.isSmoothed() ? palePenOf(one.look, palette) : penOf(one.look, palette));
        if (one.smoothLine != nullptr) {
            one.smoothLine->setPen(smoothPenOf(one.look, palette));
        }
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
    const AxisTicks ticks = AxisTicks::of(xAxis->shown().low, xAxis->shown().high, kMostTicks * 20);
    const auto text = [this](double value) {
        return yAxis->unit() == CurveUnit::Percent ? percentText(value) : lossText(value);
    };
    QList<CurveView::Readout> readouts;
    std::optional<double> nearestX;
    for (const Series& one : series) {
        const auto point = one.isVisible ? one.points.raw().nearest(x) : std::nullopt;
        if (!point) {
            continue;
        }
        if (!nearestX || std::fabs(point->x() - x) < std::fabs(*nearestX - x)) {
            nearestX = point->x();
        }
        QString line = QStringLiteral("%1  %2").arg(one.name, text(point->y()));
        if (const auto smooth = one.points.smoothed().nearest(x)) {
            line = CurveChart::tr("%1, smoothed %2", "a value of a curve").arg(line, text(smooth->y()));
        }
        readouts.append({line, penOf(one.look, chartWidget.palette()).color(),
                         QPointF(point->x(), yAxis->position(point->y()))});
    }
    if (nearestX) {
        const QString at = QLocale().toString(*nearestX, 'f', std::min(ticks.decimals, 3));
        readouts.prepend({xTitle.isEmpty() ? at : QStringLiteral("%1 %2").arg(xTitle, at), {}, {}});
    }
    return readouts;
}

QLineSeries* CurveChart::Private::addLine() {
    auto* line = new QLineSeries(chart);
    chart->addSeries(line);
    xAxis->attach(*line);
    yAxis->attach(*line);
    return line;
}

int CurveChart::Private::add(const QString& name, const SeriesLook& look) {
    const bool canBeSmoothed = look.style == SeriesStyle::Faint;
    QLineSeries* line = addLine();
    series.push_back({name, look, true, {}, line, canBeSmoothed ? addLine() : nullptr});
    tools->setSmoothingOffered(canBeSmoothed || tools->isSmoothingOffered());
    legend->addSeries(name, look);
    restyle();
    touch();
    return static_cast<int>(series.size()) - 1;
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

void CurveChart::setTitle(const QString& title) {
    d->legend->setTitle(title);
    setAccessibleName(title);
}

void CurveChart::setYUnit(CurveUnit unit) {
    d->yAxis->setUnit(unit);
    d->tools->setLogarithmOffered(unit == CurveUnit::Number);
    d->zoom.reset();
    d->touch();
}

void CurveChart::setXSpan(const AxisRange& span) {
    if (d->xSpan != span) {
        d->xSpan = span;
        d->touch();
    }
}

void CurveChart::setBounds(const AxisRange& x, const AxisRange& y) {
    d->tools->setLogarithmOffered(false);
    d->bounds = ZoomWindow{withRoom(x), withRoom({d->yAxis->position(y.low), d->yAxis->position(y.high)})};
    d->touch();
}

void CurveChart::setWholeX(bool whole) {
    d->hasWholeX = whole;
    d->touch();
}

void CurveChart::setEmptyText(const QString& text) {
    d->emptyText = text;
    d->touch();
}

void CurveChart::setWheelZooms(WheelZoom when) {
    d->view->setWheelZooms(when);
}

int CurveChart::addSeries(const QString& name, Meaning meaning, SeriesStyle style) {
    return d->add(name, {meaning, style});
}

int CurveChart::addSeries(const QString& name, int number) {
    SeriesLook look;
    look.number = number;
    return d->add(name, look);
}

void CurveChart::append(int series, double x, double y) {
    d->at(series).points.append(x, y);
    d->touch();
}

void CurveChart::setPoints(int series, std::vector<QPointF> points) {
    d->at(series).points.assign(std::move(points));
    d->touch();
}

void CurveChart::setSmoothing(double weight) {
    for (Private::Series& one : d->series) {
        if (one.smoothLine != nullptr) {
            one.points.setSmoothing(weight);
        }
    }
    d->restyle();
    d->touch();
}

void CurveChart::setLogarithmic(bool logarithmic) {
    d->yAxis->setLogarithmic(logarithmic);
    d->zoom.reset();
    d->touch();
}

Result<void> CurveChart::saveValues(const QString& file) const {
    std::vector<NamedCurve> curves;
    for (const Private::Series& one : d->series) {
        curves.push_back({one.name, &one.points.raw().points()});
    }
    return writeCurves(file, d->xTitle, curves);
}

Result<void> CurveChart::savePicture(const QString& file) {
    d->tools->hide();
    return writePicture(file, *this);
}

void CurveChart::clear() {
    for (Private::Series& one : d->series) {
        one.points.clear();
    }
    d->zoom.reset();
    d->view->setMark(std::nullopt, {});
    d->view->setMarkedPoint(std::nullopt, {});
    d->touch();
}

void CurveChart::markX(double x, const QString& label) {
    d->view->setMark(x, label);
}

void CurveChart::markPoint(const QPointF& point, const QString& label) {
    d->view->setMarkedPoint(QPointF(point.x(), d->yAxis->position(point.y())), label);
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
    const double low = d->yAxis->value(shown.y.low);
    return {shown.x.low, low, shown.x.span(), d->yAxis->value(shown.y.high) - low};
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
