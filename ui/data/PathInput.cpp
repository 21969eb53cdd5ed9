#include "ui/data/PathInput.h"

#include "ui/common/PathButton.h"
#include "ui/common/PathLine.h"

#include <QFile>

namespace fissure::ui {

PathInput::PathInput(const QString& name, RecentPaths& recent, QWidget* parent)
    : InputFrame(parent)
    , m_line(new PathLine)
    , m_button(new PathButton(*m_line, recent)) {
    m_line->setObjectName(name);
    m_button->setObjectName(name + QStringLiteral("Browse"));
    hold(m_line, m_button);
    connect(m_line, &QLineEdit::textEdited, this, &PathInput::edited);
    connect(m_button, &PathButton::chosen, this, &PathInput::edited);
}

std::filesystem::path PathInput::path() const {
    return QFile::encodeName(m_line->path()).toStdString();
}

void PathInput::setKind(Kind kind, const QString& title) {
    m_line->setAccessibleName(title);
    m_button->setKind(kind == Kind::Folder
                          ? PathButton::Kind{title, {}}
                          : PathButton::Kind{title, tr("COCO files"), {QStringLiteral("*.json")}});
}

void PathInput::setHelp(const QString& help) {
    m_line->setHelp(help);
    m_line->setAccessibleDescription(help);
}

void PathInput::setPath(const std::filesystem::path& path) {
    m_line->setPath(QFile::decodeName(path.c_str()));
}

void PathInput::remember() {
    m_button->remember();
}

} // namespace fissure::ui
