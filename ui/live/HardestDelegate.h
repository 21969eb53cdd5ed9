#pragma once

#include <QStyledItemDelegate>

namespace fissure::ui {

/// Draws a crop with an edge in the colour of its outcome, FP or FN in its corner, and IoU and probability
/// below.
class HardestDelegate final : public QStyledItemDelegate {
    Q_OBJECT

public:
    static constexpr int kCropPx = 104;

    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;

private:
    void paintCrop(QPainter& painter, const QRect& frame, const QStyleOptionViewItem& option,
                   const QModelIndex& index) const;
};

} // namespace fissure::ui
