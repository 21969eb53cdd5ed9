#include "ui/data/PathInput.h"

#include "ui/common/Icons.h"
#include "ui/common/PathLine.h"

#include <QFile>
#include <QFileDialog>
#include <QFileInfo>
#include <QToolButton>

namespace fissure::ui {

PathInput::PathInput(const QString& name, QWidget* parent)
    : InputFrame(parent)
    , m_line(new PathLine)
    , m_button(new QToolButton) {
    m_line->setObjectName(name);
    m_button->setObjectName(name + QStringLiteral("Browse"));
    m_button->setIcon(icon("folder-open"));
    m_button->setToolTip(tr("Browse"));
    m_button->setFocusPolicy(Qt::StrongFocus);
    hold(m_line, m_button);
    connect(m_line, &QLineEdit::textEdited, this, &PathInput::edited);
    connect(m_line, &PathLine::dropped, this, &PathInput::choose);
    connect(m_button, &QToolButton::clicked, this, &PathInput::browse);
}

std::filesystem::path PathInput::path() const {
    return QFile::encodeName(m_line->path()).toStdString();
}

void PathInput::setKind(Kind kind, const QString& title) {
    m_kind = kind;
    m_title = title;
    m_line->setAccessibleName(title);
    m_button->setAccessibleName(tr("Browse for: %1").arg(title));
}

void PathInput::setHelp(const QString& help) {
    m_line->setHelp(help);
    m_line->setAccessibleDescription(help);
}

void PathInput::setPath(const std::filesystem::path& path) {
    m_line->setPath(QFile::decodeName(path.c_str()));
}

void PathInput::browse() {
    const bool isFolder = m_kind == Kind::Folder;
    auto* dialog = new QFileDialog(this, m_title);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(isFolder ? QFileDialog::Directory : QFileDialog::ExistingFile);
    dialog->setOption(QFileDialog::ShowDirsOnly, isFolder);
    if (!isFolder) {
        dialog->setNameFilters({tr("COCO files (*.json)"), tr("All files (*)")});
    }
    if (!m_line->path().isEmpty()) {
        dialog->setDirectory(QFileInfo(m_line->path()).absolutePath());
    }
    connect(dialog, &QFileDialog::fileSelected, this, &PathInput::choose);
    dialog->open();
}

void PathInput::choose(const QString& path) {
    m_line->setPath(path);
    Q_EMIT edited();
}

} // namespace fissure::ui
