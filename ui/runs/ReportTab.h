#pragma once

#include "core/store/RunRecord.h"
#include "ui/runs/ReportModel.h"

#include <QWidget>

class QComboBox;
class QLabel;
class QPushButton;
class QTableView;

namespace fissure::ui {

class ConfusionView;

/// The classification report of the validation proposals, of the best epoch or another.
class ReportTab final : public QWidget {
    Q_OBJECT

public:
    explicit ReportTab(QWidget* parent = nullptr);

    void setRun(const RunRecord& run);

private:
    void makeTable();
    void listEpochs();
    void showEpoch();
    void copyText() const;
    const EpochMetrics* chosenEpoch() const;

    RunRecord m_run;
    ReportModel m_model;
    QComboBox* m_epochs;
    QPushButton* m_copy;
    QTableView* m_table;
    ConfusionView* m_confusion;
    QLabel* m_note;
};

} // namespace fissure::ui
