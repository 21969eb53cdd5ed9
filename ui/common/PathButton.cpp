#include "ui/common/PathButton.h"

#include "ui/common/Icons.h"
#include "ui/common/PathLine.h"
#include "ui/common/RecentPaths.h"

#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QMenu>

namespace fissure::ui {

PathButton::PathButton(PathLine& line, RecentPaths& recent, QWidget* parent)
    : QToolButton(parent)
    , m_line(line)
    , m_recent(recent)
    , m_menu(new QMenu(this)) {
    setIcon(ui::icon("folder-open"));
    setToolTip(tr("Browse"));
    setFocusPolicy(Qt::StrongFocus);
    setPopupMode(QToolButton::MenuButtonPopup);
    setMenu(m_menu);
    connect(this, &QToolButton::clicked, this, &PathButton::browse);
    connect(&line, &PathLine::dropped, this, &PathButton::choose);
    connect(m_menu, &QMenu::aboutToShow, this, &PathButton::fillMenu);
}

void PathButton::setKind(const Kind& kind) {
    m_kind = kind;
    setAccessibleName(tr("Browse for: %1").arg(kind.title));
}

void PathButton::remember() {
    if (m_kind.isFolder()) {
        m_recent.addFolder(m_line.path());
    } else {
        m_recent.addFile(m_line.path());
    }
}

void PathButton::browse() {
    auto* dialog = new QFileDialog(this, m_kind.title);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(m_kind.isFolder() ? QFileDialog::Directory : QFileDialog::ExistingFile);
    dialog->setOption(QFileDialog::ShowDirsOnly, m_kind.isFolder());
    if (!m_kind.isFolder()) {
        const QString patterns = m_kind.patterns.join(QLatin1Char(' '));
        dialog->setNameFilters({QStringLiteral("%1 (%2)").arg(m_kind.files, patterns), tr("All files (*)")});
    }
    const QString current = m_line.path().isEmpty() ? recentOnes().value(0) : m_line.path();
    if (!current.isEmpty()) {
        dialog->setDirectory(QFileInfo(current).absolutePath());
    }
    connect(dialog, &QFileDialog::fileSelected, this, &PathButton::choose);
    dialog->open();
}

void PathButton::choose(const QString& path) {
    m_line.setPath(path);
    remember();
    Q_EMIT chosen();
}

void PathButton::fillMenu() {
    m_menu->clear();
    connect(m_menu->addAction(ui::icon("folder-open"), tr("Browse…")), &QAction::triggered, this,
            &PathButton::browse);
    m_menu->addSection(m_kind.isFolder() ? tr("Recent folders") : tr("Recent files"));
    const QStringList recent = recentOnes();
    for (const QString& path : recent) {
        // An ampersand in a path would be taken for a shortcut.
        QString text = QDir::toNativeSeparators(path);
        text.replace(QLatin1Char('&'), QStringLiteral("&&"));
        connect(m_menu->addAction(text), &QAction::triggered, this, [this, path] { choose(path); });
    }
    if (recent.isEmpty()) {
        m_menu->addAction(tr("None yet"))->setEnabled(false);
    }
}

QStringList PathButton::recentOnes() const {
    if (m_kind.isFolder()) {
        return m_recent.folders();
    }
    QStringList files = m_recent.files();
    files.removeIf(
        [this](const QString& file) { return !QDir::match(m_kind.patterns, QFileInfo(file).fileName()); });
    return files;
}

} // namespace fissure::ui
