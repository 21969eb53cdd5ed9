#include "ui/launch/PathEditor.h"

#include "ui/common/FieldText.h"
#include "ui/common/Icons.h"
#include "ui/common/PathLine.h"
#include "ui/launch/RecentPaths.h"

#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QMenu>
#include <QToolButton>

namespace fissure::ui {

PathEditor::PathEditor(const Field& field, RecentPaths& recent, QWidget* parent)
    : FieldEditor(field, parent)
    , m_recent(recent)
    , m_line(new PathLine)
    , m_menu(new QMenu(this)) {
    m_line->setPlaceholderText(FieldText::special(field));
    auto* button = new QToolButton;
    button->setIcon(icon("folder-open"));
    button->setObjectName(FieldText::objectName(field) + QStringLiteral("Browse"));
    button->setAccessibleName(tr("Browse for: %1").arg(FieldText::title(field)));
    button->setToolTip(tr("Browse"));
    button->setFocusPolicy(Qt::StrongFocus);
    button->setPopupMode(QToolButton::MenuButtonPopup);
    button->setMenu(m_menu);
    setInput(m_line, button);
    m_line->setHelp(FieldText::help(field));
    connect(m_line, &QLineEdit::textEdited, this, &FieldEditor::edited);
    connect(m_line, &PathLine::dropped, this, &PathEditor::choose);
    connect(button, &QToolButton::clicked, this, &PathEditor::browse);
    connect(m_menu, &QMenu::aboutToShow, this, &PathEditor::fillMenu);
}

tl::expected<FieldValue, QString> PathEditor::value() const {
    return FieldValue(m_line->path().toStdString());
}

void PathEditor::setValue(const FieldValue& value) {
    m_line->setPath(QString::fromStdString(std::get<std::string>(value)));
}

void PathEditor::browse() {
    const bool isFolder = field().kind == FieldKind::Folder;
    auto* dialog = new QFileDialog(this, FieldText::title(field()));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(isFolder ? QFileDialog::Directory : QFileDialog::ExistingFile);
    dialog->setOption(QFileDialog::ShowDirsOnly, isFolder);
    if (!isFolder) {
        dialog->setNameFilters({tr("Weights (*.safetensors *.pth *.pt)"), tr("All files (*)")});
    }
    const QString current =
        m_line->text().isEmpty() && !recentOnes().isEmpty() ? recentOnes().front() : m_line->text();
    if (!current.isEmpty()) {
        dialog->setDirectory(QFileInfo(current).absolutePath());
    }
    connect(dialog, &QFileDialog::fileSelected, this, &PathEditor::choose);
    dialog->open();
}

void PathEditor::choose(const QString& path) {
    m_line->setPath(path);
    if (field().kind == FieldKind::Folder) {
        m_recent.addFolder(path);
    } else {
        m_recent.addFile(path);
    }
    Q_EMIT edited();
}

void PathEditor::fillMenu() {
    m_menu->clear();
    connect(m_menu->addAction(icon("folder-open"), tr("Browse…")), &QAction::triggered, this,
            &PathEditor::browse);
    m_menu->addSection(field().kind == FieldKind::Folder ? tr("Recent folders") : tr("Recent files"));
    for (const QString& path : recentOnes()) {
        // An ampersand in a path would be taken for a shortcut.
        QString text = QDir::toNativeSeparators(path);
        text.replace(QLatin1Char('&'), QStringLiteral("&&"));
        connect(m_menu->addAction(text), &QAction::triggered, this, [this, path] { choose(path); });
    }
    if (recentOnes().isEmpty()) {
        m_menu->addAction(tr("None yet"))->setEnabled(false);
    }
}

const QStringList& PathEditor::recentOnes() const {
    return field().kind == FieldKind::Folder ? m_recent.folders() : m_recent.files();
}

} // namespace fissure::ui
