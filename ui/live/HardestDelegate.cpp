#include "ui/live/HardestDelegate.h"

#include "ui/common/Icons.h"
#include "ui/live/HardestModel.h"

#include <QImage>
#include <QPainter>

namespace fissure::ui {

namespace {

constexpr int kMarginPx = 4;
constexpr int kEdgePx = 3;
constexpr QSize kBadge(24, 16);

} // namespace

void HardestDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                            const QModelIndex& index) const {
    painter->save();
    const QRect cell = option.rect.adjusted(kMarginPx, kMarginPx, -kMarginPx, -kMarginPx);
    if (option.state.testFlag(QStyle::State_Selected)) {
        painter->fillRect(option.rect, option.palette.highlight());
    }
    paintCrop(*painter, QRect(cell.topLeft(), QSize(kCropPx, kCropPx)), option, index);
    const QRect caption(cell.left(), cell.top() + kCropPx + 2, cell.width(), cell.height() - kCropPx - 2);
    painter->setPen(option.palette.color(QPalette::Text));
    painter->drawText(caption, Qt::AlignLeft | Qt::AlignVCenter, index.data(Qt::DisplayRole).toString());
    painter->restore();
}

QSize HardestDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex&) const {
    return {kCropPx + 2 * kMarginPx, kCropPx + 2 + option.fontMetrics.height() + 2 * kMarginPx};
}

void HardestDelegate::paintCrop(QPainter& painter, const QRect& frame, const QStyleOptionViewItem& option,
                                const QModelIndex& index) const {
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    painter.fillRect(frame, colorOf(Meaning::Surface, option.palette));
    const auto image = index.data(Qt::DecorationRole).value<QImage>();
    if (!image.isNull()) {
        QRect shown(QPoint(), image.size().scaled(frame.size(), Qt::KeepAspectRatio));
        shown.moveCenter(frame.center());
        painter.drawImage(shown, image);
    } else if (index.data(HardestModel::MissingRole).toBool()) {
        paintMissingPicture(painter, frame);
    }
    const auto outcome = static_cast<Outcome>(index.data(HardestModel::OutcomeRole).toInt());
    painter.setPen(QPen(colorOf(meaningOf(outcome), option.palette), kEdgePx, Qt::SolidLine, Qt::SquareCap,
                        Qt::MiterJoin));
    painter.drawRect(QRectF(frame).adjusted(1.5, 1.5, -1.5, -1.5));
    if (isWrong(outcome)) {
        paintOutcomeBadge(painter, QRectF(frame.topLeft(), QSizeF(kBadge)), outcome, option.palette);
    }
}

} // namespace fissure::ui
