#pragma once

#include <QListView>

namespace fissure::ui {

class CropDelegate;
class ThumbnailCache;

/// The grid of cards. Loads the crops that can be seen first, then those of the next screen; the arrow keys
/// walk, Space, Return and a double click ask for the large view, Ctrl+wheel changes the size of the cards.
/// Its actions are its context menu.
class CropGrid final : public QListView {
    Q_OBJECT

public:
    /// The cache must outlive the grid.
    explicit CropGrid(ThumbnailCache& crops, QWidget* parent = nullptr);

    int cropSide() const;
    void setCropSide(int sidePx);
    void setCropsExpected(bool expected);
    void setModel(QAbstractItemModel* model) override;

Q_SIGNALS:
    void currentRowChanged(int row); ///< -1: none
    void enlargeRequested();

protected:
    void currentChanged(const QModelIndex& current, const QModelIndex& previous) override;
    void keyPressEvent(QKeyEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void fitCards();
    void requestVisible();

    ThumbnailCache& m_crops;
    CropDelegate* m_delegate = nullptr;
    QTimer* m_requestTimer = nullptr;
};

} // namespace fissure::ui
