#include "ui/runs/SparklineDelegate.h"

#include "ui/common/Palette.h"
#include "ui/runs/RunTableModel.h"

#include <QPainter>
#include <QPolygonF>

#include <algorithm>
#include <cmath>

namespace fissure::ui {

namespace {
constexpr double kDotRadiusPx = 2.5;
}

void SparklineDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                              const QModelIndex& index) const {
    QStyledItemDelegate::paint(painter, option, index);
    QList<double> values = index.data(RunTableModel::CurveRole).value<QList<double>>();
    values.removeIf([](double value) { return !std::isfinite(value); });
    if (values.isEmpty()) {
        return;
    }
    const auto [low, high] = std::ranges::minmax(values);
    const QRectF area = QRectF(option.rect).adjusted(8, 6, -8, -6);
    const double span = high > low ? high - low : 1.0;
    const double step = values.size() > 1 ? area.width() / static_cast<double>(values.size() - 1) : 0.0;
    QPolygonF curve;
    for (qsizetype i = 0; i < values.size(); ++i) {
        const double share = high > low ? (values[i] - low) / span : 0.5;
        curve.append({area.left() + step * static_cast<double>(i), area.bottom() - share * area.height()});
    }
    const qsizetype lowest = std::ranges::min_element(values) - values.begin();
    const QColor colour = colorOf(Meaning::Validation, option.palette);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(QPen(colour, 1.5));
    painter->drawPolyline(curve);
    painter->setPen(Qt::NoPen);
    painter->setBrush(colorOf(Meaning::Success, option.palette));
    painter->drawEllipse(curve[lowest], kDotRadiusPx, kDotRadiusPx);
    painter->restore();
}

} // namespace fissure::ui
