#pragma once

#include <QStyledItemDelegate>

namespace fissure::ui {

/// Paints RunTableModel::CurveRole as a small curve with a dot at its lowest value.
class SparklineDelegate final : public QStyledItemDelegate {
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override;
};

} // namespace fissure::ui
