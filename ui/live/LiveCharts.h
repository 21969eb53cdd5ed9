#pragma once

#include "core/metrics/TrainMetrics.h"

#include <QWidget>

#include <vector>

namespace fissure::ui {

class CurveChart;

/// The curves of a run while it trains. All share the x axis of epochs: step 5 of 10 in the third epoch
/// stands at 2.5, the whole third epoch at 3.
class LiveCharts final : public QWidget {
    Q_OBJECT

public:
    explicit LiveCharts(QWidget* parent = nullptr);

    void clear();
    void addSteps(const std::vector<StepMetrics>& steps);
    void addEpoch(const EpochMetrics& epoch);

private:
    /// Numbers of the three series of the loss and accuracy charts.
    struct SplitSeries {
        int steps = 0;
        int train = 0;
        int valid = 0;
    };

    static SplitSeries addSplitSeries(CurveChart& chart);

    CurveChart* m_loss;
    CurveChart* m_accuracy;
    CurveChart* m_crack;
    CurveChart* m_rate;
    SplitSeries m_lossSeries;
    SplitSeries m_accuracySeries;
    int m_precision;
    int m_recall;
    int m_f1;
    int m_learningRate;
};

} // namespace fissure::ui
