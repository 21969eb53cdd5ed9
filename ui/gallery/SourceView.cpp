#include "ui/gallery/SourceView.h"

#include "ui/common/PhotographColors.h"
#include "ui/common/ThumbnailCache.h"

#include <QPainter>

#include <functional>
#include <vector>

namespace fissure::ui {

namespace {

constexpr int kSwatch = 16;
constexpr int kSwatchGap = 8;
constexpr int kEntryGap = 16;

QPen boxPen(const QColor& color, double width, Qt::PenStyle style = Qt::SolidLine) {
    QPen pen(color, width, style, Qt::FlatCap, Qt::MiterJoin);
    return pen;
}

/// A coloured line on a darker, wider one, so that it is seen on any photograph.
void drawBox(QPainter& painter, const QRectF& box, const QColor& color, Qt::PenStyle style) {
    painter.setBrush(Qt::NoBrush);
    painter.setPen(boxPen(outlineOnPhotograph(), 4.0));
    painter.drawRect(box);
    painter.setPen(boxPen(color, 2.0, style));
    painter.drawRect(box);
}

void drawHatching(QPainter& painter, const QRectF& area, const QColor& color) {
    // Wide enough apart that what lies below can be judged.
    constexpr double kGap = 11.0;
    painter.save();
    painter.setClipRect(area, Qt::IntersectClip);
    for (double x = area.left() - area.height(); x < area.right(); x += kGap) {
        const QLineF line(x, area.bottom(), x + area.height(), area.top());
        painter.setPen(QPen(outlineOnPhotograph(), 1.8));
        painter.drawLine(line);
        painter.setPen(QPen(color, 1.0));
        painter.drawLine(line);
    }
    painter.restore();
}

} // namespace

SourceView::SourceView(ThumbnailCache& photographs, QWidget* parent)
    : QWidget(parent)
    , m_photographs(photographs) {
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    setAccessibleName(tr("Photograph with proposal and ground truth"));
    const auto refresh = [this](const QString& path) {
        if (path == photographPath()) {
            update();
        }
    };
    connect(&m_photographs, &ThumbnailCache::loaded, this, refresh);
    connect(&m_photographs, &ThumbnailCache::failed, this, refresh);
}

void SourceView::setDetail(const std::optional<ProposalDetail>& detail) {
    m_detail = detail;
    if (m_detail && m_detail->origin) {
        m_photographs.request(photographPath());
    }
    update();
}

QString SourceView::photographPath() const {
    return m_detail && m_detail->origin ? QString::fromStdString(m_detail->origin->sourceImage.string())
                                        : QString();
}

QString SourceView::note() const {
    if (!m_detail) {
        return {};
    }
    if (!m_detail->origin) {
        return m_detail->originNote;
    }
    if (m_photographs.hasFailed(photographPath())) {
        return tr("The photograph %1 cannot be read any more.").arg(photographPath());
    }
    return {};
}

void SourceView::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    const QString reason = note();
    const QImage photograph =
        m_detail && m_detail->origin && reason.isEmpty() ? m_photographs.find(photographPath()) : QImage();
    if (photograph.isNull()) {
        painter.fillRect(rect(), colorOf(Meaning::Surface, palette()));
        painter.setPen(colorOf(Meaning::Muted, palette()));
        painter.drawText(rect().adjusted(16, 16, -16, -16),
                         Qt::AlignCenter | Qt::TextWrapAnywhere | Qt::TextWordWrap, reason);
        return;
    }
    const int legendHeight = fontMetrics().height() + 8;
    const QRect area = rect().adjusted(0, 0, 0, -legendHeight);
    const QSizeF scaled = QSizeF(photograph.size()).scaled(area.size(), Qt::KeepAspectRatio);
    const QRectF target(QPointF(0, 0), scaled);
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    painter.drawImage(target, photograph);
    painter.setRenderHint(QPainter::Antialiasing);
    paintBoxes(painter, target, *m_detail->origin);
    paintLegend(painter, target, *m_detail->origin);
}

void SourceView::paintBoxes(QPainter& painter, const QRectF& photograph, const ProposalOrigin& origin) const {
    if (origin.sourceWidth <= 0 || origin.sourceHeight <= 0) {
        return;
    }
    const double scaleX = photograph.width() / origin.sourceWidth;
    const double scaleY = photograph.height() / origin.sourceHeight;
    const auto placed = [&](const Box& box) {
        return QRectF(photograph.left() + box.x * scaleX, photograph.top() + box.y * scaleY,
                      box.width * scaleX, box.height * scaleY);
    };
    const QRectF proposal = placed(origin.box);
    if (origin.groundTruth) {
        const QRectF truth = placed(*origin.groundTruth);
        drawHatching(painter, proposal.intersected(truth), groundTruthOnPhotograph());
        drawBox(painter, truth, groundTruthOnPhotograph(), Qt::DashLine);
    }
    drawBox(painter, proposal, colorOf(meaningOf(m_detail->outcome()), palette()), Qt::SolidLine);
}

void SourceView::paintLegend(QPainter& painter, const QRectF& photograph,
                             const ProposalOrigin& origin) const {
    struct Entry {
        QString text;
        std::function<void(const QRectF&)> drawSwatch;
    };
    const QColor proposal = colorOf(meaningOf(m_detail->outcome()), palette());
    const QColor truth = groundTruthOnPhotograph();
    std::vector<Entry> entries{
        {tr("Proposal"), [&](const QRectF& swatch) { drawBox(painter, swatch, proposal, Qt::SolidLine); }}};
    if (origin.groundTruth) {
        entries.push_back({tr("Ground truth"),
                           [&](const QRectF& swatch) { drawBox(painter, swatch, truth, Qt::DashLine); }});
        entries.push_back(
            {tr("Overlap"), [&](const QRectF& swatch) { drawHatching(painter, swatch, truth); }});
    }
    const auto widthOf = [this](const Entry& entry) {
        return kSwatch + kSwatchGap + fontMetrics().horizontalAdvance(entry.text) + kEntryGap;
    };
    // As far in as the line around a swatch is wide.
    QPointF corner(photograph.left() + 2, photograph.bottom() + 8);
    for (const Entry& entry : entries) {
        const double height = fontMetrics().height();
        entry.drawSwatch(QRectF(corner.x(), corner.y() + (height - 10.0) / 2, kSwatch, 10));
        painter.setPen(palette().color(QPalette::WindowText));
        painter.drawText(QRectF(corner.x() + kSwatch + kSwatchGap, corner.y(), width(), height),
                         Qt::AlignLeft | Qt::AlignVCenter, entry.text);
        corner.rx() += widthOf(entry);
    }
}

} // namespace fissure::ui
