#include "ui/launch/SampleStrip.h"

#include "ui/common/Palette.h"
#include "ui/common/RunText.h"

#include <QHelpEvent>
#include <QLocale>
#include <QPainter>
#include <QToolTip>

#include <algorithm>

namespace fissure::ui {

namespace {

constexpr int kSmallestPx = 88;
constexpr int kLargestPx = 132;
constexpr int kGapPx = 8;

} // namespace

SampleStrip::SampleStrip(QWidget* parent) : QWidget(parent) {
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setAccessibleName(tr("Sample crops as they will be augmented"));
}

void SampleStrip::setSamples(std::vector<SampleCrop> samples) {
    m_samples = std::move(samples);
    update();
}

QSize SampleStrip::sizeHint() const {
    return {PreviewScanner::kSamples * (kSmallestPx + kGapPx), cropSidePx() + 4 + fontMetrics().height()};
}

QSize SampleStrip::minimumSizeHint() const {
    return {3 * (kSmallestPx + kGapPx), sizeHint().height()};
}

bool SampleStrip::event(QEvent* event) {
    if (event->type() != QEvent::ToolTip) {
        return QWidget::event(event);
    }
    const auto* help = static_cast<QHelpEvent*>(event);
    for (int i = 0; i < static_cast<int>(m_samples.size()); ++i) {
        if (cropRect(i).contains(help->pos()) && cropRect(i).right() < width()) {
            QToolTip::showText(help->globalPos(), m_samples[static_cast<std::size_t>(i)].file, this);
            return true;
        }
    }
    QToolTip::hideText();
    return true;
}

void SampleStrip::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    for (int i = 0; i < static_cast<int>(m_samples.size()); ++i) {
        const QRect crop = cropRect(i);
        if (crop.right() > width()) {
            break;
        }
        const SampleCrop& sample = m_samples[static_cast<std::size_t>(i)];
        painter.drawImage(crop, sample.image);
        const QRect caption(crop.left(), crop.bottom() + 3, crop.width(), fontMetrics().height());
        const QString text = tr("%1 %2").arg(labelText(sample.label), QLocale().toString(sample.iou, 'f', 2));
        painter.setPen(colorOf(Meaning::Muted, palette()));
        painter.drawText(caption, Qt::AlignLeft | Qt::AlignVCenter,
                         fontMetrics().elidedText(text, Qt::ElideRight, caption.width()));
    }
}

void SampleStrip::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    updateGeometry();
}

int SampleStrip::cropSidePx() const {
    return std::clamp((width() + kGapPx) / PreviewScanner::kSamples - kGapPx, kSmallestPx, kLargestPx);
}

QRect SampleStrip::cropRect(int index) const {
    const int side = cropSidePx();
    return {index * (side + kGapPx), 0, side, side};
}

} // namespace fissure::ui
