#pragma once

#include "core/store/RunRecord.h"
#include "ui/runs/ReportModel.h"

#include <QScrollArea>

#include <optional>
#include <vector>

class QComboBox;
class QLabel;
class QPushButton;
class QTableView;

namespace fissure::ui {

class ConfusionView;
class FactTable;
class ScoreCurves;

/// The classification report of the validation proposals, of the best epoch or another, and what their
/// probabilities say at all thresholds. Predictions are asked for only while the tab is looked at.
class ReportTab final : public QScrollArea {
    Q_OBJECT

public:
    explicit ReportTab(QWidget* parent = nullptr);

    void setRun(const RunRecord& run);
    /// Of the run and the epoch that were last asked for.
    void setPredictions(const std::vector<Prediction>& predictions);

    const ScoreCurves& curves() const { return *m_curves; }

Q_SIGNALS:
    void predictionsWanted(fissure::RunId run, int epoch);

protected:
    void showEvent(QShowEvent* event) override;

private:
    struct RunEpoch {
        RunId run;
        int epoch = 0;

        bool operator==(const RunEpoch&) const = default;
    };

    void makeTable();
    QWidget* makeContent();
    void listEpochs();
    void showEpoch();
    void askForPredictions();
    void showPredictions(const std::vector<Prediction>& predictions);
    void copyText() const;
    const EpochMetrics* chosenEpoch() const;

    RunRecord m_run;
    ReportModel m_model;
    std::optional<RunEpoch> m_asked; ///< whose predictions are shown or on their way
    QComboBox* m_epochs;
    QPushButton* m_copy;
    QTableView* m_table;
    FactTable* m_scores;
    ConfusionView* m_confusion;
    ScoreCurves* m_curves;
    QLabel* m_note;
};

} // namespace fissure::ui
