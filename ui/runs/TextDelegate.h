#pragma once

#include <QStyledItemDelegate>

namespace fissure::ui {

/// Edits a text in its cell. What somebody has typed stays when the row changes meanwhile.
class TextDelegate final : public QStyledItemDelegate {
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void setEditorData(QWidget* editor, const QModelIndex& index) const override;
};

} // namespace fissure::ui
