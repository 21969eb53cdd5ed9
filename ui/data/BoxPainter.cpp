#include "ui/data/BoxPainter.h"

#include "ui/common/PhotographColors.h"
#include "ui/data/IouRamp.h"

#include <QPainter>

namespace fissure::ui {

namespace {

void draw(QPainter& painter, const QRectF& box, const QColor& color, double widthPx,
          Qt::PenStyle style = Qt::SolidLine) {
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(color, widthPx, style, Qt::FlatCap, Qt::MiterJoin));
    painter.drawRect(box);
}

/// Of a proposal that is no crack: the hundreds of low IoU shall not hide the photograph.
QColor thinColor(double iou) {
    QColor color = iouColor(iou);
    color.setAlphaF(static_cast<float>(0.5 + 0.5 * iou));
    return color;
}

} // namespace

void BoxPainter::proposal(QPainter& painter, const QRectF& box, double iou, Fate fate) {
    switch (fate) {
    case Fate::Crack:
        draw(painter, box, outlineOnPhotograph(), 4.5);
        draw(painter, box, iouColor(iou), 2.5);
        break;
    case Fate::Negative:
        draw(painter, box, thinColor(iou), 1.0);
        break;
    case Fate::LeftOut:
        draw(painter, box, thinColor(iou), 1.0, Qt::DotLine);
        break;
    }
}

void BoxPainter::pointed(QPainter& painter, const QRectF& box, double iou) {
    QColor tint = iouColor(iou);
    tint.setAlphaF(0.25F);
    painter.fillRect(box, tint);
    draw(painter, box, outlineOnPhotograph(), 5.0);
    draw(painter, box, iouColor(iou), 3.0);
}

void BoxPainter::groundTruth(QPainter& painter, const QRectF& box) {
    draw(painter, box, outlineOnPhotograph(), 4.5);
    draw(painter, box, groundTruthOnPhotograph(), 2.5, Qt::DashLine);
}

} // namespace fissure::ui
