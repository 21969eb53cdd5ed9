#pragma once

#include "ui/common/Outcome.h"

#include <QStyledItemDelegate>

namespace fissure::ui {

class ThumbnailCache;

/// Paints a proposal as a card: the crop, an edge and a badge by outcome, the sign of its mark, IoU,
/// probability, label → prediction. Draws what the cache has and asks it for nothing; a crop that cannot be
/// read has a sign of its own.
class CropDelegate final : public QStyledItemDelegate {
    Q_OBJECT

public:
    static constexpr int kSmallestSide = 96;
    static constexpr int kLargestSide = 256;

    /// The cache must outlive the delegate.
    explicit CropDelegate(ThumbnailCache& crops, QObject* parent = nullptr);

    /// The size of every card in the given font, its margin included.
    QSize cardSize(const QFont& font) const;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override;

    int cropSide() const { return m_cropSide; }
    /// The smallest side of the square the crop is drawn in.
    void setCropSide(int sidePx);
    /// Widens the cards so that as many as fit fill a line of that width.
    void fillWidth(int widthPx, const QFont& font);
    /// Whether the folder of the crops is there; without it cards say so instead of waiting.
    void setCropsExpected(bool expected) { m_cropsExpected = expected; }

private:
    void paintCrop(QPainter& painter, const QRect& square, const QModelIndex& index,
                   const QPalette& palette) const;
    void paintMark(QPainter& painter, const QRect& square, const QModelIndex& index,
                   const QPalette& palette) const;
    void paintTexts(QPainter& painter, const QRect& rect, const QModelIndex& index,
                    const QPalette& palette) const;

    ThumbnailCache& m_crops;
    int m_cropSide = 128;
    int m_shownSide = 128;
    bool m_cropsExpected = true;
};

} // namespace fissure::ui
