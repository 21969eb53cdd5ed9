#pragma once

#include "core/store/RunRecord.h"

#include <QScrollArea>

#include <vector>

namespace fissure::ui {

class CurveChart;

/// Loss, accuracy, and precision, recall and F1 of crack over the epochs; steps of the training pale behind
/// them. Scrolls where the window is too low for three charts.
class CurvesTab final : public QScrollArea {
    Q_OBJECT

public:
    explicit CurvesTab(QWidget* parent = nullptr);

    void setRun(const RunRecord& run);
    /// Of the same run.
    void setSteps(const std::vector<StepMetrics>& steps);
    /// Forgets the curves of the run before.
    void clear();

private:
    CurveChart* m_loss;
    CurveChart* m_accuracy;
    CurveChart* m_crack;
};

} // namespace fissure::ui
