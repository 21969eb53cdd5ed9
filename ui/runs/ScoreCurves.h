#pragma once

#include "core/base/Error.h"
#include "core/metrics/Curves.h"

#include <QWidget>

class QBoxLayout;

namespace fissure::ui {

class CurveChart;

/// What the probabilities of an epoch make of the proposals at every threshold: the ROC curve, and precision
/// against recall, each with that of a classifier that guesses and with the point of the decision threshold.
/// The charts stand side by side where there is room.
class ScoreCurves final : public QWidget {
    Q_OBJECT

public:
    explicit ScoreCurves(QWidget* parent = nullptr);

    /// confusion: at the decision threshold.
    void setCurves(const Curves& curves, double threshold, const ConfusionMatrix& confusion);
    void clear();

    CurveChart& roc() const { return *m_roc; }
    CurveChart& precisionRecall() const { return *m_precisionRecall; }

Q_SIGNALS:
    void saved(const QString& file);
    void saveFailed(const fissure::Error& error);

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    CurveChart* makeChart(const char* name, const QString& title, const QString& xTitle,
                          const QString& yTitle);
    void markThreshold(double threshold, const ConfusionMatrix& confusion);

    QBoxLayout* m_layout;
    CurveChart* m_roc;
    CurveChart* m_precisionRecall;
};

} // namespace fissure::ui
