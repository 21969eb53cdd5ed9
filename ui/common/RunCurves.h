#pragma once

#include "core/metrics/TrainMetrics.h"
#include "ui/common/CurveChart.h"

#include <QObject>
#include <QPointer>

#include <vector>

namespace fissure::ui {

/// The charts of one run, the same wherever a run is shown. All share an x axis of epochs and its extent:
/// step 5 of 10 in the third epoch stands at 2.5, the whole third epoch at 3. Precision and recall take the
/// colours of the errors that cost them. The best epoch is marked.
class RunCurves final : public QObject {
    Q_OBJECT

public:
    enum class Steps { Shown, LeftOut };

    /// A chart belongs to the widget it is laid out in; those that are in none go with this object.
    explicit RunCurves(Steps steps, QObject* parent = nullptr);
    ~RunCurves() override;

    CurveChart* loss() const { return m_loss; }
    CurveChart* accuracy() const { return m_accuracy; }
    CurveChart* crack() const { return m_crack; }
    CurveChart* learningRate() const { return m_rate; }

    void clear();
    /// Of a run that trains, as they come.
    void addSteps(const std::vector<StepMetrics>& steps);
    void addEpoch(const EpochMetrics& epoch);
    /// Of a run that was read, in place of those before.
    void setSteps(const std::vector<StepMetrics>& steps);
    void setEpochs(const std::vector<EpochMetrics>& epochs);

Q_SIGNALS:
    /// Of any of the charts.
    void saved(const QString& file);
    void saveFailed(const fissure::Error& error);

private:
    /// Numbers of the series in the charts of loss and accuracy.
    struct SplitSeries {
        int steps = 0;
        int train = 0;
        int valid = 0;
    };

    CurveChart* makeChart(const char* name, const QString& title);
    static SplitSeries addSplits(CurveChart& chart, Steps steps);
    void spanAll();

    QPointer<CurveChart> m_loss;
    QPointer<CurveChart> m_accuracy;
    QPointer<CurveChart> m_crack;
    QPointer<CurveChart> m_rate;
    SplitSeries m_splits; ///< the same in both charts
    int m_precision;
    int m_recall;
    int m_f1;
    bool m_hasSteps;
    double m_lastStep = 0.0; ///< x of the last point, of steps and of epochs
    double m_lastEpoch = 0.0;
};

} // namespace fissure::ui
