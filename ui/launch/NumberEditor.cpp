#include "ui/launch/NumberEditor.h"

#include "ui/common/FieldText.h"
#include "ui/launch/NumberBox.h"

namespace fissure::ui {

NumberEditor::NumberEditor(const Field& field, QWidget* parent)
    : FieldEditor(field, parent)
    , m_box(new NumberBox(field)) {
    setInput(m_box);
    connect(m_box, &NumberBox::edited, this, &FieldEditor::edited);
}

tl::expected<FieldValue, QString> NumberEditor::value() const {
    if (const auto entered = m_box->value()) {
        return *entered;
    }
    return tl::make_unexpected(FieldText::range(field()));
}

void NumberEditor::setValue(const FieldValue& value) {
    m_box->setValue(value);
}

} // namespace fissure::ui
