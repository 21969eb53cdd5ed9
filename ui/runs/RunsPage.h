#pragma once

#include "core/base/Ids.h"
#include "core/session/TrainingSession.h"
#include "ui/run/RunLibrary.h"

#include <QByteArray>
#include <QSet>
#include <QWidget>

#include <optional>

class QAction;
class QComboBox;
class QLabel;
class QLineEdit;
class QSplitter;
class QStackedWidget;

namespace fissure::ui {

class Banner;
class RunDetailPanel;
class RunFilterProxy;
class RunTable;
class RunTableModel;

/// Past and present runs in a table, the chosen one in detail beside it. A run that trains is followed.
class RunsPage final : public QWidget {
    Q_OBJECT

public:
    /// The library must outlive the page.
    explicit RunsPage(RunLibrary& library, QWidget* parent = nullptr);

    /// Chooses the run, now or as soon as it is in the library; filters that hide it are lifted.
    void showRun(RunId run);

    /// Columns, sorting, splitter and tab. What cannot be read is ignored.
    QByteArray saveState() const;
    void restoreState(const QByteArray& state);

Q_SIGNALS:
    void cloneRequested(const fissure::RunRequest& request);
    void inspectRequested(fissure::RunId run);
    void newRunRequested();

private:
    QWidget* makeHeader();
    QWidget* makeFilterLine();
    QWidget* makeTableSide();
    void makeActions();
    void connectLibrary();

    void takeRuns();
    void applyFilter();
    void clearFilter();
    void showCounts();
    void updateActions();
    void followCurrent();
    void onFailed(quint64 request, const Error& error);

    const RunSummary* current() const;
    void inspect();
    void clone();
    void rename();
    void askToDelete();
    void remove(RunId run);

    RunLibrary& m_library;
    RunTableModel* m_model;
    RunFilterProxy* m_proxy;
    Banner* m_banner;
    QLineEdit* m_search;
    QComboBox* m_status;
    QLabel* m_counts;
    RunTable* m_table;
    RunDetailPanel* m_detail;
    QSplitter* m_splitter;
    QStackedWidget* m_tableStack; ///< table, or that nothing matches
    QStackedWidget* m_stack;      ///< all of it, or that there is no run yet
    QAction* m_inspect = nullptr;
    QAction* m_clone = nullptr;
    QAction* m_rename = nullptr;
    QAction* m_delete = nullptr;

    std::optional<RunId> m_wanted; ///< to be chosen when it appears
    quint64 m_runRequest = 0;
    quint64 m_stepsRequest = 0;
    QSet<quint64> m_writeRequests;
};

} // namespace fissure::ui
