#pragma once

#include "core/base/Clock.h"
#include "core/store/RunRecord.h"

#include <QAbstractTableModel>

#include <string>
#include <vector>

namespace fissure::ui {

enum class RunColumn {
    Status,
    Number,
    Name,
    ValidationLoss,
    Precision,
    Recall,
    F1,
    Sparkline,
    ValidationAccuracy,
    Started,
    Duration,
    Backbone,
    Loss,
    Sampler,
    LabelIou,
    Tags,
};

inline constexpr int kRunColumns = static_cast<int>(RunColumn::Tags) + 1;

/// The runs of a workspace, one a row. SortRole gives raw values: numbers as double (not-a-number where there
/// is none yet), times in milliseconds, names as text.
class RunTableModel final : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Role {
        SortRole = Qt::UserRole,
        CurveRole, ///< QList<double>: validation loss by epoch
    };

    explicit RunTableModel(QObject* parent = nullptr);

    /// Takes what is new over and keeps the rows that stay, so that a selection lives on. now is for the
    /// duration of runs without an end.
    void setRuns(const std::vector<RunSummary>& runs, WallTime now);
    /// Moves only the durations of runs without an end on.
    void setNow(WallTime now);

    const RunSummary& runAt(int row) const { return m_runs[static_cast<std::size_t>(row)]; }
    /// -1 where there is none.
    int rowOf(RunId run) const;
    /// The raw value that SortRole gives of a column of numbers or times.
    double number(int row, RunColumn column) const;

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    Qt::ItemFlags flags(const QModelIndex& index) const override;
    /// A new name and new tags are only asked for; the row changes when the store has them.
    bool setData(const QModelIndex& index, const QVariant& value, int role) override;

Q_SIGNALS:
    void renameRequested(fissure::RunId run, const QString& name);
    void tagsRequested(fissure::RunId run, const std::vector<std::string>& tags);

private:
    QString displayText(int row, RunColumn column) const;
    QString toolTip(int row, RunColumn column) const;
    void removeMissing(const std::vector<RunSummary>& runs);
    void insertAndMove(const std::vector<RunSummary>& runs);

    std::vector<RunSummary> m_runs;
    WallTime m_now;
};

/// The heading of a column, and a sentence on it.
QString titleOf(RunColumn column);
QString descriptionOf(RunColumn column);
/// True for columns of figures, which are aligned to the right.
bool isNumeric(RunColumn column);

} // namespace fissure::ui
