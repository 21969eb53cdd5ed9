#include "ui/runs/TextDelegate.h"

#include <QLineEdit>

namespace fissure::ui {

void TextDelegate::setEditorData(QWidget* editor, const QModelIndex& index) const {
    const auto* line = qobject_cast<const QLineEdit*>(editor);
    // The same text again would move the cursor and undo the selection.
    if (line != nullptr && (line->isModified() || line->text() == index.data(Qt::EditRole).toString())) {
        return;
    }
    QStyledItemDelegate::setEditorData(editor, index);
}

} // namespace fissure::ui
