#include "ui/data/IouLegend.h"

#include "ui/common/Palette.h"
#include "ui/data/BoxPainter.h"
#include "ui/data/IouRamp.h"

#include <QLocale>
#include <QPainter>

#include <algorithm>
#include <functional>

namespace fissure::ui {

namespace {

constexpr int kRampPx = 128;
constexpr int kRampHeightPx = 10;
constexpr QSizeF kSwatch(22.0, 14.0);
constexpr int kSwatchGapPx = 6;
constexpr int kEntryGapPx = 10;

} // namespace

struct IouLegend::Entry {
    QString text;
    std::function<void(QPainter&, const QRectF&)> paint;
};

IouLegend::IouLegend(QWidget* parent) : QWidget(parent) {
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    setAccessibleName(tr("Proposals are coloured by their IoU, pale is high; cracks have a thick line."));
}

void IouLegend::setThreshold(double threshold) {
    m_threshold = threshold;
    update();
}

std::vector<IouLegend::Entry> IouLegend::entries() {
    const auto proposal = [](double iou, Fate fate) {
        return [iou, fate](QPainter& painter, const QRectF& box) {
            BoxPainter::proposal(painter, box, iou, fate);
        };
    };
    return {{tr("crack"), proposal(0.75, Fate::Crack)},
            {tr("no crack"), proposal(0.35, Fate::Negative)},
            {tr("left out"), proposal(0.35, Fate::LeftOut)},
            {tr("ground truth"), &BoxPainter::groundTruth}};
}

int IouLegend::rampWidth() const {
    return fontMetrics().horizontalAdvance(tr("IoU")) + kSwatchGapPx + kRampPx + kEntryGapPx;
}

QSize IouLegend::sizeHint() const {
    int width = rampWidth();
    for (const Entry& entry : entries()) {
        width += static_cast<int>(kSwatch.width()) + kSwatchGapPx +
                 fontMetrics().horizontalAdvance(entry.text) + kEntryGapPx;
    }
    return {width - kEntryGapPx + 4, 2 * fontMetrics().height() + 4};
}

void IouLegend::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const int line = fontMetrics().height();
    painter.setPen(palette().color(QPalette::WindowText));
    const int title = fontMetrics().horizontalAdvance(tr("IoU"));
    painter.drawText(QRectF(0, 2, title + 2, line), Qt::AlignLeft | Qt::AlignVCenter, tr("IoU"));
    paintRamp(painter,
              QRectF(title + kSwatchGapPx, 2 + (line - kRampHeightPx) / 2.0, kRampPx, kRampHeightPx));
    double x = rampWidth();
    for (const Entry& entry : entries()) {
        const int text = fontMetrics().horizontalAdvance(entry.text);
        // As far in as a line around the swatch is wide.
        entry.paint(painter,
                    QRectF(QPointF(x, 2 + (line - kSwatch.height()) / 2), kSwatch).adjusted(2, 2, -2, -2));
        x += kSwatch.width() + kSwatchGapPx;
        painter.setPen(palette().color(QPalette::WindowText));
        painter.drawText(QRectF(x, 2, text + 2, line), Qt::AlignLeft | Qt::AlignVCenter, entry.text);
        x += text + kEntryGapPx;
    }
}

void IouLegend::paintRamp(QPainter& painter, const QRectF& ramp) const {
    QLinearGradient gradient(ramp.topLeft(), ramp.topRight());
    constexpr int kParts = 8;
    for (int i = 0; i <= kParts; ++i) {
        const double iou = static_cast<double>(i) / kParts;
        gradient.setColorAt(iou, iouColor(iou));
    }
    painter.setPen(QPen(colorOf(Meaning::Muted, palette()), 1.0));
    painter.setBrush(gradient);
    painter.drawRect(ramp);
    painter.setBrush(Qt::NoBrush);
    const double x = ramp.left() + std::clamp(m_threshold, 0.0, 1.0) * ramp.width();
    painter.setPen(QPen(palette().color(QPalette::WindowText), 2.0));
    painter.drawLine(QPointF(x, ramp.top() - 3), QPointF(x, ramp.bottom() + 3));
    painter.setPen(colorOf(Meaning::Muted, palette()));
    const double line = fontMetrics().height();
    for (const double iou : {0.0, 0.5, 1.0}) {
        const QString text = QLocale().toString(iou, 'g', 2);
        const double width = fontMetrics().horizontalAdvance(text) + 2;
        const double left =
            std::clamp(ramp.left() + iou * ramp.width() - width / 2, ramp.left(), ramp.right() - width);
        painter.drawText(QRectF(left, 2 + line, width, line), Qt::AlignCenter, text);
    }
}

} // namespace fissure::ui
