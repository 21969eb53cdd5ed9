#include "ui/gallery/CropDelegate.h"

#include "ui/common/Icons.h"
#include "ui/common/ThumbnailCache.h"
#include "ui/gallery/ErrorModel.h"
#include "ui/gallery/MarkText.h"

#include <QPainter>
#include <QPainterPath>

#include <algorithm>

namespace fissure::ui {

namespace {

constexpr int kMargin = 4;  // between neighbouring cards, on each side
constexpr int kPadding = 8; // within a card
constexpr int kEdge = 4;    // the coloured edge at the left
constexpr QSize kBadge(24, 16);
constexpr int kMarkPx = 16;

Outcome outcomeAt(const QModelIndex& index) {
    return static_cast<Outcome>(index.data(ErrorModel::OutcomeRole).toInt());
}

} // namespace

CropDelegate::CropDelegate(ThumbnailCache& crops, QObject* parent)
    : QStyledItemDelegate(parent)
    , m_crops(crops) {}

QSize CropDelegate::cardSize(const QFont& font) const {
    const int lines = 2 * QFontMetrics(font).height();
    const int frame = 2 * (kMargin + kPadding);
    return {m_shownSide + frame + kEdge, m_shownSide + lines + kPadding / 2 + frame};
}

QSize CropDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex&) const {
    return cardSize(option.font);
}

void CropDelegate::setCropSide(int sidePx) {
    m_cropSide = std::clamp(sidePx, kSmallestSide, kLargestSide);
    m_shownSide = m_cropSide;
}

void CropDelegate::fillWidth(int widthPx, const QFont& font) {
    m_shownSide = m_cropSide;
    const int cardWidth = cardSize(font).width();
    const int columns = std::max(1, widthPx / cardWidth);
    m_shownSide += std::max(0, widthPx / columns - cardWidth);
}

void CropDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                         const QModelIndex& index) const {
    const QRect card = option.rect.adjusted(kMargin, kMargin, -kMargin, -kMargin);
    const bool isSelected = option.state.testFlag(QStyle::State_Selected);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);

    QPainterPath outline;
    outline.addRoundedRect(QRectF(card), 4.0, 4.0);
    painter->fillPath(outline, option.palette.color(QPalette::Base));
    painter->save();
    painter->setClipPath(outline);
    painter->fillRect(QRect(card.topLeft(), QSize(kEdge, card.height())),
                      colorOf(meaningOf(outcomeAt(index)), option.palette));
    painter->restore();
    const QColor frame = colorOf(isSelected ? Meaning::Accent : Meaning::Separator, option.palette);
    painter->strokePath(outline, QPen(frame, isSelected ? 2.5 : 1.0));

    const QPoint corner = card.topLeft() + QPoint(kEdge + kPadding, kPadding);
    const QRect square(corner, QSize(m_shownSide, m_shownSide));
    paintCrop(*painter, square, index, option.palette);
    paintMark(*painter, square, index, option.palette);
    painter->setFont(option.font);
    paintTexts(*painter,
               QRect(square.left(), square.bottom() + 1 + kPadding / 2, m_shownSide,
                     card.bottom() - kPadding - square.bottom()),
               index, option.palette);
    painter->restore();
}

void CropDelegate::paintCrop(QPainter& painter, const QRect& square, const QModelIndex& index,
                             const QPalette& palette) const {
    const QString path = index.data(ErrorModel::PathRole).toString();
    const QImage crop = m_crops.find(path);
    if (crop.isNull()) {
        painter.fillRect(square, colorOf(Meaning::Surface, palette));
        if (!m_cropsExpected) {
            painter.setPen(colorOf(Meaning::Muted, palette));
            painter.drawText(square.adjusted(8, 24, -8, -8), Qt::AlignCenter | Qt::TextWordWrap,
                             tr("No crop"));
        } else if (m_crops.hasFailed(path)) {
            paintMissingPicture(painter, square);
        }
    } else {
        QRect target(QPoint(), crop.size().scaled(square.size(), Qt::KeepAspectRatio));
        target.moveCenter(square.center());
        painter.setRenderHint(QPainter::SmoothPixmapTransform);
        painter.drawImage(target, crop);
    }
    const QRectF badge(square.topLeft() + QPoint(4, 4), QSizeF(kBadge));
    painter.setPen(Qt::NoPen);
    painter.setBrush(palette.color(QPalette::Base));
    painter.drawRoundedRect(badge.adjusted(-1, -1, 1, 1), 4.0, 4.0);
    paintOutcomeBadge(painter, badge, outcomeAt(index), palette);
}

void CropDelegate::paintMark(QPainter& painter, const QRect& square, const QModelIndex& index,
                             const QPalette& palette) const {
    const QVariant mark = index.data(ErrorModel::MarkRole);
    if (!mark.isValid()) {
        return;
    }
    QRect sign(0, 0, kMarkPx, kMarkPx);
    sign.moveTopRight(square.topRight() + QPoint(-7, 7));
    painter.setPen(Qt::NoPen);
    painter.setBrush(palette.color(QPalette::Base));
    painter.drawRoundedRect(sign.adjusted(-4, -4, 4, 4), 4.0, 4.0);
    markIcon(static_cast<Mark>(mark.toInt())).paint(&painter, sign);
}

void CropDelegate::paintTexts(QPainter& painter, const QRect& rect, const QModelIndex& index,
                              const QPalette& palette) const {
    const QFontMetrics metrics = painter.fontMetrics();
    QRect line(rect.topLeft(), QSize(rect.width(), metrics.height()));
    painter.setPen(palette.color(QPalette::Text));
    painter.drawText(line, Qt::AlignLeft | Qt::AlignVCenter,
                     tr("IoU %1").arg(OutcomeText::fraction(index.data(ErrorModel::IouRole).toDouble())));
    painter.drawText(line, Qt::AlignRight | Qt::AlignVCenter,
                     tr("p %1", "probability of crack")
                         .arg(OutcomeText::fraction(index.data(ErrorModel::ProbabilityRole).toDouble())));
    line.translate(0, metrics.height());
    painter.setPen(colorOf(Meaning::Muted, palette));
    painter.drawText(
        line, Qt::AlignLeft | Qt::AlignVCenter,
        metrics.elidedText(index.data(ErrorModel::ChangeRole).toString(), Qt::ElideRight, line.width()));
}

} // namespace fissure::ui
