#include "ui/runs/FilesTab.h"

#include "ui/common/CoreText.h"
#include "ui/common/Format.h"
#include "ui/common/Heading.h"
#include "ui/common/Icons.h"
#include "ui/common/NoteLine.h"
#include "ui/common/ToolTip.h"
#include "ui/runs/FactTable.h"

#include <QDesktopServices>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QUrl>
#include <QVBoxLayout>

#include <filesystem>

namespace fissure::ui {

namespace {

FactTable* makeTable(const QStringList& headings, const char* name, const QString& title, QWidget* parent) {
    auto* table = new FactTable(headings, parent);
    table->setObjectName(QString::fromLatin1(name));
    table->setAccessibleName(title);
    return table;
}

QString checkpointText(const std::string& kind) {
    if (kind == "best") {
        return FilesTab::tr("best");
    }
    return kind == "last" ? FilesTab::tr("last") : QString::fromStdString(kind);
}

} // namespace

FilesTab::FilesTab(Workspace workspace, QWidget* parent)
    : QWidget(parent)
    , m_workspace(std::move(workspace))
    , m_checkpoints(makeTable({}, "filesCheckpoints", tr("Checkpoints"), this))
    , m_skipped(makeTable({tr("File"), tr("Reason")}, "filesSkipped", tr("Skipped files"), this))
    , m_log(makeTable({tr("Time"), tr("Kind"), tr("Message")}, "filesLog", tr("Log"), this))
    , m_checkpointsTitle(makeHeading({}))
    , m_skippedTitle(makeHeading({}))
    , m_logTitle(makeHeading({}))
    , m_open(new QPushButton(icon("folder-open"), tr("Open folder"), this)) {
    setObjectName(QStringLiteral("filesTab"));
    m_open->setObjectName(QStringLiteral("filesOpenFolder"));
    m_checkpoints->setHeadings({tr("Checkpoint"), tr("Epoch"), tr("Size"), tr("File"), tr("SHA-256")},
                               {1, 2});
    m_checkpoints->setFitsRows(true);
    connect(m_open, &QPushButton::clicked, this, &FilesTab::openFolder);

    auto* line = new QHBoxLayout;
    line->addWidget(m_checkpointsTitle, 1);
    line->addWidget(m_open);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 16, 16, 0);
    layout->setSpacing(8);
    layout->addLayout(line);
    layout->addWidget(m_checkpoints);
    layout->addSpacing(8);
    layout->addWidget(m_skippedTitle);
    layout->addWidget(m_skipped, 1);
    layout->addSpacing(8);
    layout->addWidget(m_logTitle);
    layout->addWidget(m_log, 2);
}

void FilesTab::setRun(const RunRecord& run) {
    QList<QStringList> checkpoints;
    for (const CheckpointRecord& checkpoint : run.checkpoints) {
        checkpoints.append(
            {checkpointText(checkpoint.kind), QString::number(checkpoint.epoch), bytesText(checkpoint.bytes),
             QString::fromStdString(std::filesystem::path(checkpoint.path).filename().string()),
             QString::fromStdString(checkpoint.sha256)});
    }
    m_checkpoints->setRows(checkpoints);
    m_checkpoints->setVisible(!checkpoints.isEmpty());
    m_checkpointsTitle->setText(checkpoints.isEmpty() ? tr("No checkpoint yet") : tr("Checkpoints"));
    m_folder = QString::fromStdString(m_workspace.checkpoints(run.summary.uuid).string());
    m_open->setEnabled(QFileInfo(m_folder).isDir());
    m_open->setToolTip(plainToolTip(m_folder));
    setSkipped(run);
    setLog(run);
}

void FilesTab::setSkipped(const RunRecord& run) {
    QList<QStringList> rows;
    for (const SkippedFile& file : run.skipped) {
        rows.append({QString::fromStdString(file.file), coreText(file.reason)});
    }
    m_skipped->setRows(rows);
    m_skipped->setVisible(!rows.isEmpty());
    const int count = static_cast<int>(rows.size());
    m_skippedTitle->setText(count == 0   ? tr("No file was skipped")
                            : count == 1 ? tr("1 file skipped")
                                         : tr("%n files skipped", nullptr, count));
}

void FilesTab::setLog(const RunRecord& run) {
    QList<QStringList> rows;
    for (const RunFinding& each : run.findings) {
        const QString kind = severityText(each.finding.severity);
        rows.append({timeText(run.summary.startedAt), each.isAccepted ? tr("%1, accepted").arg(kind) : kind,
                     coreText(summaryOf(each.finding))});
    }
    for (const RunNote& note : run.notes) {
        const auto severity = fromName<Severity>(note.severity).value_or(Severity::Info);
        rows.append({timeText(note.at), severityText(severity), coreText(note.text)});
    }
    m_log->setRows(rows);
    m_logTitle->setText(rows.isEmpty() ? tr("The log is empty") : tr("Log"));
}

void FilesTab::openFolder() const {
    QDesktopServices::openUrl(QUrl::fromLocalFile(m_folder));
}

} // namespace fissure::ui
