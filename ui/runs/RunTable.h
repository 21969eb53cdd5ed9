#pragma once

#include "ui/runs/RunFilterProxy.h"

#include <QByteArray>
#include <QTableView>

#include <optional>
#include <vector>

class QMenu;

namespace fissure::ui {

/// The table of runs: sorted by a click on a heading, its columns chosen in the headings' context menu.
/// Several rows can be selected; names and tags are edited in their cells.
class RunTable final : public QTableView {
    Q_OBJECT

public:
    /// The proxy must outlive the table.
    explicit RunTable(RunFilterProxy& runs, QWidget* parent = nullptr);

    std::optional<RunId> currentRun() const;
    /// From the top.
    std::vector<RunId> selectedRuns() const;
    /// Selects that run alone. False where it is not shown.
    bool select(RunId run);
    /// Opens the editor of the name or the tags; shows their column where it was hidden.
    void editText(RunId run, RunColumn column);

    /// Order, widths, visibility and sorting of the columns.
    QByteArray saveColumns() const;
    /// Ignores what it cannot read.
    void restoreColumns(const QByteArray& state);
    void resetColumns();
    /// Which columns are shown, and which one sorts.
    void popUpColumnMenu(const QPoint& globalPosition);

Q_SIGNALS:
    void selectedRunsChanged();

protected:
    void selectionChanged(const QItemSelection& selected, const QItemSelection& deselected) override;

private:
    void addSortMenu(QMenu& menu);

    RunFilterProxy& m_runs;
    std::vector<RunId> m_selected; ///< when it was last told of, by number
};

} // namespace fissure::ui
