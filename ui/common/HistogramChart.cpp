#include "ui/common/HistogramChart.h"

#include "ui/common/Format.h"
#include "ui/common/Palette.h"
#include "ui/common/RunText.h"

#include <QHelpEvent>
#include <QLocale>
#include <QPainter>
#include <QToolTip>

#include <algorithm>
#include <cmath>

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
    qint64 highest = 1;
    for (int band = 0; band < IouHistogram::kBands; ++band) {
        highest = std::max<qint64>(highest, m_histogram.noCrack[band] + m_histogram.crack[band]);
    }
    const QRectF plot = plotArea();
    paintLegend(painter);
    paintAxes(painter, plot, highest);
    paintBars(painter, plot, highest);
    paintThreshold(painter, plot);
}

void HistogramChart::paintLegend(QPainter& painter) const {
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
}

void HistogramChart::paintAxes(QPainter& painter, const QRectF& plot, qint64 highest) const {
    const QFontMetricsF metrics(font());
    for (const double share : {0.0, 0.5, 1.0}) {
        const double y = std::round(plot.bottom() - share * plot.height()) - 0.5;
        painter.setPen(colorOf(Meaning::Separator, palette()));
        painter.drawLine(QPointF(plot.left(), y), QPointF(plot.right(), y));
        if (share != 0.5 || highest % 2 == 0) {
            painter.setPen(colorOf(Meaning::Muted, palette()));
            painter.drawText(QRectF(0, y - metrics.height() / 2, plot.left() - 6, metrics.height()),
                             Qt::AlignRight | Qt::AlignVCenter,
                             countText(std::llround(share * static_cast<double>(highest))));
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

void HistogramChart::paintBars(QPainter& painter, const QRectF& plot, qint64 highest) const {
    const double bandWidth = plot.width() / IouHistogram::kBands;
    for (int band = 0; band < IouHistogram::kBands; ++band) {
        double bottom = plot.bottom();
        for (const int label : {0, 1}) {
            const auto count = label == 1 ? m_histogram.crack[band] : m_histogram.noCrack[band];
            if (count == 0) {
                continue;
            }
            const double height =
                std::max(1.0, plot.height() * static_cast<double>(count) / static_cast<double>(highest));
            painter.fillRect(QRectF(plot.left() + band * bandWidth + kGapPx / 2.0, bottom - height,
                                    bandWidth - kGapPx, height),
                             brushOf(label, palette()));
            bottom -= height;
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
