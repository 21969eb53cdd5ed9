#pragma once

#include "ui/runs/RunFilterProxy.h"

#include <QByteArray>
#include <QTableView>

#include <optional>

namespace fissure::ui {

/// The table of runs: sorted by a click on a heading, its columns chosen in the headings' context menu.
class RunTable final : public QTableView {
    Q_OBJECT

public:
    /// The proxy must outlive the table.
    explicit RunTable(RunFilterProxy& runs, QWidget* parent = nullptr);

    std::optional<RunId> currentRun() const;
    /// False where the run is not shown.
    bool select(RunId run);
    void editName(RunId run);

    /// Order, widths, visibility and sorting of the columns.
    QByteArray saveColumns() const;
    /// Ignores what it cannot read.
    void restoreColumns(const QByteArray& state);
    void resetColumns();

Q_SIGNALS:
    void currentRunChanged();

protected:
    void currentChanged(const QModelIndex& current, const QModelIndex& previous) override;

private:
    void showColumnMenu(const QPoint& position);

    RunFilterProxy& m_runs;
};

} // namespace fissure::ui
