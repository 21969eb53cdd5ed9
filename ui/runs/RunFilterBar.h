#pragma once

#include "core/store/RunRecord.h"

#include <QWidget>

#include <optional>
#include <vector>

class QComboBox;
class QLabel;
class QLineEdit;
class QToolButton;

namespace fissure::ui {

/// The line over the table of runs: search, state, how many runs there are, and the button for the columns.
class RunFilterBar final : public QWidget {
    Q_OBJECT

public:
    explicit RunFilterBar(QWidget* parent = nullptr);

    QString searchText() const;
    /// Nothing for all states.
    std::optional<RunStatus> status() const;
    /// The runs that alone are to be shown; empty for all.
    const std::vector<RunId>& only() const { return m_only; }

    void clear();
    /// Narrows the list to some runs until the user lifts that; name: what they have in common.
    void setOnly(const QString& name, const std::vector<RunId>& runs);
    void focusSearch();
    void setCounts(int shown, int all);

Q_SIGNALS:
    void changed();
    /// A menu of columns is wanted at that place of the screen.
    void columnsWanted(const QPoint& globalPosition);

private:
    QWidget* makeColumns();

    QLineEdit* m_search;
    QComboBox* m_status;
    QToolButton* m_onlyButton; ///< says what the runs have in common; a click lifts it
    std::vector<RunId> m_only;
    QLabel* m_counts;
};

} // namespace fissure::ui
