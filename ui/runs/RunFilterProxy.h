#pragma once

#include "ui/runs/RunTableModel.h"

#include <QSortFilterProxyModel>
#include <QStringList>

#include <optional>
#include <vector>

namespace fissure::ui {

/// Sorts runs by their raw values and shows those that match a text and a state. Values that are not there
/// yet come last in either order.
class RunFilterProxy final : public QSortFilterProxyModel {
    Q_OBJECT

public:
    /// The model must outlive the proxy.
    explicit RunFilterProxy(RunTableModel& model, QObject* parent = nullptr);

    /// Every word must occur in the name, tags, number, state, backbone, loss or sampler of a run.
    void setSearchText(const QString& text);
    void setStatus(std::optional<RunStatus> status);
    /// None but these; empty for all.
    void setOnly(const std::vector<RunId>& runs);
    bool isFiltering() const { return !m_words.isEmpty() || m_status.has_value() || !m_only.empty(); }

    /// The run of one of the proxy's rows.
    const RunSummary& runAt(int row) const;
    /// An invalid index where the run is not shown.
    QModelIndex indexOf(RunId run, RunColumn column = RunColumn::Name) const;

protected:
    bool filterAcceptsRow(int row, const QModelIndex& parent) const override;
    bool lessThan(const QModelIndex& left, const QModelIndex& right) const override;

private:
    RunTableModel& m_model;
    QStringList m_words; ///< case-folded
    std::optional<RunStatus> m_status;
    std::vector<RunId> m_only; ///< ordered
};

} // namespace fissure::ui
