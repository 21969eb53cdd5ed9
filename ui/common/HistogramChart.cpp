#include "ui/common/HistogramChart.h"

#include "ui/common/Format.h"
#include "ui/common/HistogramScale.h"
#include "ui/common/Palette.h"
#include "ui/common/RunText.h"

#include <QHelpEvent>
#include <QLocale>
#include <QPainter>
#include <QToolTip>

#include <algorithm>
#include <cmath>
#include <vector>

namespace fissure::ui {

namespace {

constexpr int kLegendHeightPx = 24;
constexpr int kGapPx = 2;
constexpr int kSwatchPx = 10;

QBrush brushOf(int label, const QPalette& palette) {
    return colorOf(label == 1 ? Meaning::Crack : Meaning::NoCrack, palette);
}

} // namespace

QString iouBandText(int band) {
    const double width = 1.0 / IouHistogram::kBands;
    return QStringLiteral("%1 – %2").arg(QLocale().toString(band * width, 'f', 1),
                                         QLocale().toString((band + 1) * width, 'f', 1));
}

HistogramChart::HistogramChart(QWidget* parent) : QWidget(parent) {
    setAccessibleName(tr("Proposals by IoU and label"));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
}

void HistogramChart::setHistogram(const IouHistogram& histogram) {
    m_histogram = histogram;
    update();
}

void HistogramChart::setThreshold(std::optional<double> threshold, const QString& origin) {
    m_threshold = threshold;
    m_thresholdOrigin = origin;
    update();
}

QSize HistogramChart::sizeHint() const {
    return {360, 180};
}

QSize HistogramChart::minimumSizeHint() const {
    return {220, 140};
}

QRectF HistogramChart::plotArea() const {
    const QFontMetricsF metrics(font());
    // Above it the legend, and on a line of its own the text of the threshold.
    return QRectF(rect()).adjusted(metrics.horizontalAdvance(QStringLiteral("000,000")) + 8,
                                   kLegendHeightPx + metrics.height() + 4, -12, -2 * metrics.height() - 8);
}

void HistogramChart::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    const HistogramScale scale(m_histogram);
    const QRectF plot = plotArea();
    paintLegend(painter, scale);
    paintAxes(painter, plot, scale);
    paintBars(painter, plot, scale);
    paintThreshold(painter, plot);
}

void HistogramChart::paintLegend(QPainter& painter, const HistogramScale& scale) const {
    double right = width() - 12.0;
    const QFontMetricsF metrics(font());
    for (const int label : {1, 0}) {
        const QString text = labelText(label);
        const double textWidth = metrics.horizontalAdvance(text);
        const QRectF line(right - textWidth, 0, textWidth, kLegendHeightPx - 4);
        painter.setPen(palette().color(QPalette::WindowText));
        painter.drawText(line, Qt::AlignVCenter | Qt::AlignLeft, text);
        painter.fillRect(
            QRectF(line.left() - kSwatchPx - 6, line.center().y() - kSwatchPx / 2.0, kSwatchPx, kSwatchPx),
            brushOf(label, palette()));
        right = line.left() - kSwatchPx - 22;
    }
    if (scale.isLogarithmic()) {
        const QRectF rest(4, 0, std::max(0.0, right - 4), kLegendHeightPx - 4);
        painter.setPen(colorOf(Meaning::Muted, palette()));
        painter.drawText(rest, Qt::AlignVCenter | Qt::AlignLeft,
                         metrics.elidedText(tr("count, logarithmic"), Qt::ElideRight, rest.width()));
    }
}

void HistogramChart::paintAxes(QPainter& painter, const QRectF& plot, const HistogramScale& scale) const {
    const QFontMetricsF metrics(font());
    std::vector<HistogramScale::Tick> ticks = scale.ticks();
    if (scale.isLogarithmic()) {
        ticks.insert(ticks.begin(), HistogramScale::Tick()); // the bottom, which no count lies at
    }
    for (const HistogramScale::Tick& tick : ticks) {
        const double y = std::round(plot.bottom() - tick.height * plot.height()) - 0.5;
        painter.setPen(colorOf(Meaning::Separator, palette()));
        painter.drawLine(QPointF(plot.left(), y), QPointF(plot.right(), y));
        if (tick.count) {
            painter.setPen(colorOf(Meaning::Muted, palette()));
            painter.drawText(QRectF(0, y - metrics.height() / 2, plot.left() - 6, metrics.height()),
                             Qt::AlignRight | Qt::AlignVCenter, countText(*tick.count));
        }
    }
    painter.setPen(colorOf(Meaning::Muted, palette()));
    for (int band = 0; band <= IouHistogram::kBands; band += 2) {
        const double at = static_cast<double>(band) / IouHistogram::kBands;
        painter.drawText(
            QRectF(plot.left() + at * plot.width() - 30, plot.bottom() + 2, 60, metrics.height()),
            Qt::AlignCenter, QLocale().toString(at, 'f', 1));
    }
    painter.drawText(
        QRectF(plot.left(), plot.bottom() + 2 + metrics.height(), plot.width(), metrics.height()),
        Qt::AlignCenter, tr("IoU with ground truth"));
}

void HistogramChart::paintBars(QPainter& painter, const QRectF& plot, const HistogramScale& scale) const {
    const double bandWidth = plot.width() / IouHistogram::kBands;
    const double barWidth = scale.isLogarithmic() ? (bandWidth - kGapPx) / 2 : bandWidth - kGapPx;
    for (int band = 0; band < IouHistogram::kBands; ++band) {
        double left = plot.left() + band * bandWidth + kGapPx / 2.0;
        double bottom = plot.bottom();
        for (const int label : {0, 1}) {
            const auto count = label == 1 ? m_histogram.crack[band] : m_histogram.noCrack[band];
            if (count > 0) {
                const double height = std::max(1.0, plot.height() * scale.heightOf(count));
                painter.fillRect(QRectF(left, bottom - height, barWidth, height), brushOf(label, palette()));
                bottom -= scale.isLogarithmic() ? 0.0 : height;
            }
            left += scale.isLogarithmic() ? barWidth : 0.0;
        }
    }
}

void HistogramChart::paintThreshold(QPainter& painter, const QRectF& plot) const {
    if (!m_threshold) {
        return;
    }
    const double x = std::round(plot.left() + std::clamp(*m_threshold, 0.0, 1.0) * plot.width()) + 0.5;
    const QLineF line(x, plot.top() - 4, x, plot.bottom());
    // The pale edge tells the line from bars of its own tone.
    painter.setPen(QPen(palette().color(backgroundRole()), 4.0));
    painter.drawLine(line);
    painter.setPen(QPen(palette().color(QPalette::WindowText), 2.0, Qt::DashLine));
    painter.drawLine(line);
    const QString text = thresholdText();
    const QFontMetricsF metrics(font());
    const double textWidth = metrics.horizontalAdvance(text) + 2;
    const double left = std::max(2.0, std::min(x - textWidth / 2, width() - textWidth));
    painter.drawText(QRectF(left, kLegendHeightPx, textWidth, metrics.height()), Qt::AlignCenter, text);
}

QString HistogramChart::thresholdText() const {
    const QString text = tr("threshold %1").arg(QLocale().toString(*m_threshold, 'f', 2));
    return m_thresholdOrigin.isEmpty()
               ? text
               : tr("%1, %2", "threshold and where it comes from").arg(text, m_thresholdOrigin);
}

bool HistogramChart::event(QEvent* event) {
    if (event->type() != QEvent::ToolTip) {
        return QWidget::event(event);
    }
    const auto* help = static_cast<QHelpEvent*>(event);
    const QRectF plot = plotArea();
    const int band = static_cast<int>((help->pos().x() - plot.left()) / plot.width() * IouHistogram::kBands);
    if (help->pos().x() < plot.left() || band >= IouHistogram::kBands) {
        QToolTip::hideText();
        return true;
    }
    QToolTip::showText(
        help->globalPos(),
        tr("IoU %1\ncrack: %2\nno crack: %3")
            .arg(iouBandText(band), countText(m_histogram.crack[band]), countText(m_histogram.noCrack[band])),
        this);
    return true;
}

} // namespace fissure::ui
