#pragma once

#include "core/store/RunRecord.h"

#include <QScrollArea>

#include <array>

class QFormLayout;
class QLabel;

namespace fissure::ui {

class ConfusionView;
class RunCurves;

/// The headline of a run: the figures of its best epoch, its confusion matrix, small curves and where it
/// stands.
class OverviewTab final : public QScrollArea {
    Q_OBJECT

public:
    explicit OverviewTab(QWidget* parent = nullptr);

    void setRun(const RunRecord& run);
    /// Until when a run without an end is counted.
    void setNow(WallTime now);
    /// Forgets the curves of the run before.
    void clear();
    const RunCurves& curves() const { return *m_curves; }

private:
    enum Figure { BestEpoch, ValidationLoss, ValidationAccuracy, Precision, Recall, F1, FigureCount };

    QWidget* makeFigures();
    QLabel* addFact(const QString& title, const char* name);
    void setFigures(const RunRecord& run);
    void setFacts(const RunRecord& run);
    void showDuration();

    RunSummary m_summary;
    WallTime m_now;
    std::array<QLabel*, FigureCount> m_figures{};
    ConfusionView* m_confusion;
    RunCurves* m_curves;
    QFormLayout* m_facts;
    QLabel* m_started;
    QLabel* m_duration;
    QLabel* m_train;
    QLabel* m_validation;
    QLabel* m_tags;
    QLabel* m_fingerprint;
    QLabel* m_uuid;
};

} // namespace fissure::ui
