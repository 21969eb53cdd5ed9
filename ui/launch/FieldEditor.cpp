#include "ui/launch/FieldEditor.h"

#include "ui/common/FieldText.h"
#include "ui/common/Palette.h"
#include "ui/launch/ChoiceEditor.h"
#include "ui/launch/NumberEditor.h"
#include "ui/launch/PathEditor.h"

#include <QLineEdit>

namespace fissure::ui {

FieldEditor::FieldEditor(const Field& field, QWidget* parent) : InputFrame(parent), m_field(field) {}

void FieldEditor::setState(FieldState state) {
    if (m_state == state) {
        return;
    }
    m_state = state;
    setWrong(state == FieldState::Wrong);
    restyle();
}

void FieldEditor::setInput(QWidget* input, QWidget* extra) {
    input->setObjectName(FieldText::objectName(m_field));
    input->setAccessibleName(FieldText::title(m_field));
    input->setAccessibleDescription(FieldText::help(m_field));
    input->setToolTip(FieldText::help(m_field));
    hold(input, extra);
    restyle();
}

void FieldEditor::restyle() {
    QPalette own;
    const QColor colour = m_state == FieldState::Default ? colorOf(Meaning::Muted, palette())
                                                         : palette().color(QPalette::Active, QPalette::Text);
    for (const auto group : {QPalette::Active, QPalette::Inactive}) {
        own.setColor(group, QPalette::Text, colour);
        own.setColor(group, QPalette::ButtonText, colour);
    }
    input()->setPalette(own);
    // With a style sheet in the program Qt does not hand the palette on to the line inside a spin box.
    for (QLineEdit* line : input()->findChildren<QLineEdit*>()) {
        line->setPalette(own);
    }
}

FieldEditor* makeFieldEditor(const Field& field, RecentPaths& recent, QWidget* parent) {
    switch (field.kind) {
    case FieldKind::Integer:
    case FieldKind::Real:
        return new NumberEditor(field, parent);
    case FieldKind::Choice:
        return new ChoiceEditor(field, parent);
    case FieldKind::Folder:
    case FieldKind::File:
        return new PathEditor(field, recent, parent);
    }
    return nullptr;
}

} // namespace fissure::ui
