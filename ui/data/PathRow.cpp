#include "ui/data/PathRow.h"

#include "ui/common/Palette.h"
#include "ui/common/ToolTip.h"

#include <QGridLayout>
#include <QLabel>

namespace fissure::ui {

PathRow::PathRow(const QString& name, QGridLayout& grid, RecentPaths& recent, QObject* parent)
    : QObject(parent)
    , m_title(new QLabel)
    , m_input(new PathInput(name, recent))
    , m_reason(new QLabel) {
    m_title->setBuddy(m_input);
    m_reason->setObjectName(name + QStringLiteral("Reason"));
    m_reason->setWordWrap(true);
    m_reason->setTextFormat(Qt::PlainText);
    m_reason->setContentsMargins(2, 0, 0, 4);
    m_reason->hide();
    const int row = grid.rowCount();
    grid.addWidget(m_title, row, 0, 1, 2);
    grid.addWidget(m_input, row + 1, 0, 1, 2);
    grid.addWidget(m_reason, row + 2, 0, 1, 2);
    connect(m_input, &PathInput::edited, this, &PathRow::edited);
}

void PathRow::setKind(PathInput::Kind kind, const QString& title, const QString& help) {
    m_title->setText(title);
    m_title->setToolTip(help);
    m_input->setKind(kind, title);
    m_input->setHelp(help);
}

void PathRow::propose(const std::filesystem::path& path) {
    if (takesProposals()) {
        setPath(path, Origin::Proposal);
    }
}

void PathRow::setPath(const std::filesystem::path& path, Origin origin) {
    m_proposed = origin == Origin::Proposal ? path : std::filesystem::path();
    m_input->setPath(path);
}

void PathRow::setProblem(const QString& problem) {
    m_problem = problem;
    m_input->setWrong(!problem.isEmpty());
    showReason();
}

void PathRow::setNote(const QString& note, const QStringList& more) {
    m_note = note;
    m_more = more;
    showReason();
}

void PathRow::focus() {
    m_input->setFocus(Qt::OtherFocusReason);
}

void PathRow::restyle() {
    showReason();
}

void PathRow::showReason() {
    m_reason->setPalette(
        textPalette(m_problem.isEmpty() ? Meaning::Muted : Meaning::Error, m_input->palette()));
    m_reason->setText(m_problem.isEmpty() ? m_note : m_problem);
    m_reason->setToolTip(m_problem.isEmpty() ? plainToolTip(m_more.join(QLatin1Char('\n'))) : QString());
    m_reason->setVisible(!m_reason->text().isEmpty());
}

} // namespace fissure::ui
