#pragma once

#include "core/store/RunRecord.h"

#include <QWidget>

#include <optional>

class QComboBox;
class QLabel;
class QLineEdit;

namespace fissure::ui {

/// The line over the table of runs: search, state, how many runs there are, and the button for the columns.
class RunFilterBar final : public QWidget {
    Q_OBJECT

public:
    explicit RunFilterBar(QWidget* parent = nullptr);

    QString searchText() const;
    /// Nothing for all states.
    std::optional<RunStatus> status() const;

    void clear();
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
    QLabel* m_counts;
};

} // namespace fissure::ui
