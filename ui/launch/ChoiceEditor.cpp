#include "ui/launch/ChoiceEditor.h"

#include <QComboBox>

namespace fissure::ui {

ChoiceEditor::ChoiceEditor(const Field& field, QWidget* parent)
    : FieldEditor(field, parent)
    , m_box(new QComboBox) {
    m_box->setFocusPolicy(Qt::StrongFocus);
    for (const std::string_view choice : field.choices) {
        m_box->addItem(QString::fromUtf8(choice.data(), static_cast<qsizetype>(choice.size())));
    }
    setInput(m_box);
    connect(m_box, &QComboBox::activated, this, &FieldEditor::edited);
}

tl::expected<FieldValue, QString> ChoiceEditor::value() const {
    return FieldValue(m_box->currentText().toStdString());
}

void ChoiceEditor::setValue(const FieldValue& value) {
    m_box->setCurrentIndex(m_box->findText(QString::fromStdString(std::get<std::string>(value))));
}

} // namespace fissure::ui
