#pragma once

#include "core/base/Workspace.h"
#include "core/store/RunRecord.h"

#include <QString>
#include <QWidget>

class QLabel;
class QPushButton;

namespace fissure::ui {

class FactTable;

/// What a run keeps and says: checkpoints with size and hash, files it left out, its log, which begins with
/// what was found before the start.
class FilesTab final : public QWidget {
    Q_OBJECT

public:
    explicit FilesTab(Workspace workspace, QWidget* parent = nullptr);

    void setRun(const RunRecord& run);

private:
    void openFolder() const;
    void setSkipped(const RunRecord& run);
    void setLog(const RunRecord& run);

    Workspace m_workspace;
    QString m_folder;
    FactTable* m_checkpoints;
    FactTable* m_skipped;
    FactTable* m_log;
    QLabel* m_checkpointsTitle;
    QLabel* m_skippedTitle;
    QLabel* m_logTitle;
    QPushButton* m_open;
};

} // namespace fissure::ui
