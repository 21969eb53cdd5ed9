#pragma once

#include "core/metrics/ConfusionMatrix.h"
#include "core/metrics/TrainMetrics.h"
#include "ui/common/Outcome.h"
#include "ui/gallery/ErrorFilter.h"

#include <QAbstractListModel>

#include <optional>
#include <vector>

namespace fissure::ui {

/// The proposals of a run that a filter lets through, in its order: one row each. Holds all predictions and
/// an index vector that every change of the filter makes anew (100,000 predictions: a few tens of
/// milliseconds).
class ErrorModel final : public QAbstractListModel {
    Q_OBJECT

public:
    enum Role {
        FileRole = Qt::UserRole + 1, ///< name of the crop
        PathRole,                    ///< whole path of the crop
        OutcomeRole,                 ///< int of Outcome
        IouRole,
        ProbabilityRole,
        ChangeRole, ///< "no crack → crack"
        MarkRole,   ///< int of Mark; nothing where there is none
    };

    explicit ErrorModel(QObject* parent = nullptr);

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;

    const ErrorFilter& filter() const { return m_filter; }
    const OutcomeCounts& counts() const { return m_counts; }
    const MarkCounts& markCounts() const { return m_markCounts; }
    /// All predictions at the threshold, whatever the ranges.
    ConfusionMatrix confusion() const;
    int predictionCount() const { return static_cast<int>(m_predictions.size()); }

    /// row must be one of the model.
    const Prediction& prediction(int row) const;
    Outcome outcome(int row) const;
    std::optional<Mark> mark(int row) const;
    QString path(int row) const;
    /// The row of a crop, where the filter lets it through.
    std::optional<int> rowOf(const std::string& file) const;

    /// The predictions of a run. folder: where its crops lie. labelIou: the IoU above which the run took a
    /// proposal for a crack; 0 where its labels stand in the names.
    void setPredictions(std::vector<Prediction> predictions, const QString& folder, double labelIou);
    void setFilter(const ErrorFilter& filter);
    /// By crop. Rows stay where they are unless the filter looks at marks.
    void setMarks(const Marks& marks);

private:
    std::vector<int> arrange();

    std::vector<Prediction> m_predictions;
    std::vector<int> m_rows; // row -> index into m_predictions
    QString m_folder;
    double m_labelIou = kReferenceLabelIou;
    ErrorFilter m_filter;
    Marks m_marks;
    OutcomeCounts m_counts;
    MarkCounts m_markCounts;
};

} // namespace fissure::ui
