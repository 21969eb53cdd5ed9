#include "ui/launch/PathEditor.h"

#include "ui/common/FieldText.h"
#include "ui/common/PathButton.h"
#include "ui/common/PathLine.h"

namespace fissure::ui {

PathEditor::PathEditor(const Field& field, RecentPaths& recent, QWidget* parent)
    : FieldEditor(field, parent)
    , m_line(new PathLine) {
    m_line->setPlaceholderText(FieldText::special(field));
    auto* button = new PathButton(*m_line, recent);
    button->setObjectName(FieldText::objectName(field) + QStringLiteral("Browse"));
    const QString title = FieldText::title(field);
    button->setKind(field.kind == FieldKind::Folder
                        ? PathButton::Kind{title, {}}
                        : PathButton::Kind{title,
                                           tr("Weights", "files"),
                                           {QStringLiteral("*.safetensors"), QStringLiteral("*.pth"),
                                            QStringLiteral("*.pt")}});
    setInput(m_line, button);
    m_line->setHelp(FieldText::help(field));
    connect(m_line, &QLineEdit::textEdited, this, &FieldEditor::edited);
    connect(button, &PathButton::chosen, this, &FieldEditor::edited);
}

tl::expected<FieldValue, QString> PathEditor::value() const {
    return FieldValue(m_line->path().toStdString());
}

void PathEditor::setValue(const FieldValue& value) {
    m_line->setPath(QString::fromStdString(std::get<std::string>(value)));
}

} // namespace fissure::ui
