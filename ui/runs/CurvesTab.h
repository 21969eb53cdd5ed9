#pragma once

#include "core/store/RunRecord.h"

#include <QScrollArea>

#include <vector>

namespace fissure::ui {

class RunCurves;

/// All charts of a run over its epochs, the training's single steps pale behind them. Scrolls where the
/// window is too low for them.
class CurvesTab final : public QScrollArea {
    Q_OBJECT

public:
    explicit CurvesTab(QWidget* parent = nullptr);

    void setRun(const RunRecord& run);
    /// Of the same run.
    void setSteps(const std::vector<StepMetrics>& steps);
    /// Forgets the curves of the run before.
    void clear();
    const RunCurves& curves() const { return *m_curves; }

private:
    RunCurves* m_curves;
};

} // namespace fissure::ui
