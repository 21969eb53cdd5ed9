#pragma once

#include "core/metrics/ConfusionMatrix.h"
#include "ui/common/Outcome.h"
#include "ui/gallery/ErrorFilter.h"

#include <QWidget>

#include <optional>

class QAbstractButton;
class QButtonGroup;
class QComboBox;
class QDoubleSpinBox;
class QLabel;
class QLayout;
class QSlider;
class QToolButton;

namespace fissure::ui {

class RangeEdit;

/// The lines over the grid: outcome chips and marks with counts, decision threshold, ranges, what the
/// threshold means in precision and recall, and the order.
class FilterBar final : public QWidget {
    Q_OBJECT

public:
    explicit FilterBar(QWidget* parent = nullptr);

    const ErrorFilter& filter() const { return m_filter; }
    /// Shows the filter without a signal.
    void setFilter(const ErrorFilter& filter);
    /// The threshold the run itself was counted at: where the reset button leads.
    void setRunThreshold(double threshold);
    /// shown, marks: what each chip and each choice of marks shows; all: every prediction at the threshold.
    void setCounts(const OutcomeCounts& shown, const MarkCounts& marks, const ConfusionMatrix& all);

Q_SIGNALS:
    void filterChanged(const fissure::ui::ErrorFilter& filter);

private:
    void addChips(QLayout& layout);
    QWidget* makeThreshold();
    QWidget* makeOrder();
    QWidget* makeMarks();
    QAbstractButton* addChip(const char* objectName, OutcomeChoice choice, std::optional<Outcome> badge = {});
    void setThreshold(double threshold);
    void change(const ErrorFilter& filter);

    ErrorFilter m_filter;
    double m_runThreshold = 0.5;
    QButtonGroup* m_chips = nullptr;
    QComboBox* m_order = nullptr;
    QComboBox* m_marks = nullptr;
    QSlider* m_thresholdSlider = nullptr;
    QDoubleSpinBox* m_threshold = nullptr;
    QToolButton* m_resetThreshold = nullptr;
    RangeEdit* m_iou = nullptr;
    RangeEdit* m_probability = nullptr;
    QLabel* m_summary = nullptr;
};

} // namespace fissure::ui
