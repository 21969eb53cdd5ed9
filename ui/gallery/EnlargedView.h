#pragma once

#include "ui/gallery/ProposalDetail.h"

#include <QDialog>

class QLabel;
class QToolButton;

namespace fissure::ui {

class CropPicture;
class MarkLabel;
class SourceView;
struct GalleryImages;

/// One proposal over the whole window: photograph and crop as large as they go. The arrow keys walk through
/// the grid below, Space and Escape close; its actions are its context menu.
class EnlargedView final : public QDialog {
    Q_OBJECT

public:
    /// The images must outlive the view.
    EnlargedView(GalleryImages& images, QWidget* parent);

    /// position and count: where in the grid the proposal stands, from 0.
    void setDetail(const ProposalDetail& detail, int position, int count);

Q_SIGNALS:
    void stepRequested(int rows); ///< -1: the one before, 1: the next one

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    QToolButton* addButton(const char* objectName, const QString& name);

    QLabel* m_badge = nullptr;
    QLabel* m_caption = nullptr;
    MarkLabel* m_mark = nullptr;
    QLabel* m_position = nullptr;
    QToolButton* m_previous = nullptr;
    QToolButton* m_next = nullptr;
    CropPicture* m_crop = nullptr;
    SourceView* m_source = nullptr;
};

} // namespace fissure::ui
