#include "ui/data/BandSamples.h"

#include "ui/common/Format.h"
#include "ui/common/HistogramChart.h"
#include "ui/common/Icons.h"
#include "ui/common/Palette.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QHelpEvent>
#include <QPainter>
#include <QToolTip>

namespace fissure::ui {

namespace {

constexpr int kCropPx = 56;
constexpr int kGapPx = 4;
constexpr int kTitleGapPx = 12;
constexpr int kShortestLine = 3; // crops that fit at least

} // namespace

BandSamples::BandSamples(QWidget* parent) : QWidget(parent), m_crops(2 * kCropPx) {
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setAccessibleName(tr("Sample crops of each IoU band of 0.1"));
    const auto repaint = [this] { update(); };
    connect(&m_crops, &ThumbnailCache::loaded, this, repaint);
    connect(&m_crops, &ThumbnailCache::failed, this, repaint);
}

void BandSamples::setSummary(const DatasetSummary& summary) {
    m_crops.clear(); // the same names may be other crops by now
    m_lines.clear();
    for (int band = IouHistogram::kBands - 1; band >= 0; --band) {
        QStringList paths;
        for (const std::string& name : summary.samples[static_cast<std::size_t>(band)]) {
            paths.append(QFile::decodeName((summary.folder / name).c_str()));
        }
        if (!paths.isEmpty()) {
            m_lines.push_back({band, summary.histogram.crack[band] + summary.histogram.noCrack[band], paths});
        }
    }
    updateGeometry();
    update();
}

QSize BandSamples::sizeHint() const {
    const int lines = static_cast<int>(m_lines.size());
    return {titleWidth() + static_cast<int>(kSamplesPerBand) * (kCropPx + kGapPx),
            lines * (kCropPx + kGapPx)};
}

QSize BandSamples::minimumSizeHint() const {
    return {titleWidth() + kShortestLine * (kCropPx + kGapPx), sizeHint().height()};
}

int BandSamples::titleWidth() const {
    return fontMetrics().horizontalAdvance(iouBandText(0)) + kTitleGapPx;
}

QRect BandSamples::cropRect(int line, int place) const {
    return {titleWidth() + place * (kCropPx + kGapPx), line * (kCropPx + kGapPx), kCropPx, kCropPx};
}

void BandSamples::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    for (int line = 0; line < static_cast<int>(m_lines.size()); ++line) {
        paintLine(painter, line);
    }
}

void BandSamples::paintLine(QPainter& painter, int line) {
    const Line& samples = m_lines[static_cast<std::size_t>(line)];
    const QRect title(0, line * (kCropPx + kGapPx), titleWidth() - kTitleGapPx, kCropPx);
    painter.setPen(palette().color(QPalette::WindowText));
    painter.drawText(title.adjusted(0, 0, 0, -kCropPx / 2), Qt::AlignRight | Qt::AlignBottom,
                     iouBandText(samples.band));
    painter.setPen(colorOf(Meaning::Muted, palette()));
    painter.drawText(title.adjusted(0, kCropPx / 2, 0, 0), Qt::AlignRight | Qt::AlignTop,
                     countText(samples.crops));
    for (int place = 0; place < samples.paths.size(); ++place) {
        const QRect square = cropRect(line, place);
        if (square.right() >= width()) {
            break;
        }
        const QString& path = samples.paths[place];
        const QImage crop = m_crops.find(path);
        if (!crop.isNull()) {
            painter.drawImage(square, crop);
            continue;
        }
        painter.fillRect(square, colorOf(Meaning::Separator, palette()));
        if (m_crops.hasFailed(path)) {
            icon("image-off", Meaning::Muted).paint(&painter, square.adjusted(16, 16, -16, -16));
        } else {
            m_crops.request(path);
        }
    }
}

bool BandSamples::event(QEvent* event) {
    if (event->type() != QEvent::ToolTip) {
        return QWidget::event(event);
    }
    const auto* help = static_cast<QHelpEvent*>(event);
    for (int line = 0; line < static_cast<int>(m_lines.size()); ++line) {
        const QStringList& paths = m_lines[static_cast<std::size_t>(line)].paths;
        for (int place = 0; place < paths.size(); ++place) {
            if (cropRect(line, place).contains(help->pos())) {
                QToolTip::showText(help->globalPos(), QFileInfo(paths[place]).fileName(), this);
                return true;
            }
        }
    }
    QToolTip::hideText();
    return true;
}

} // namespace fissure::ui
