#pragma once

#include "core/base/Ids.h"
#include "core/session/TrainingSession.h"
#include "ui/run/RunLibrary.h"

#include <QByteArray>
#include <QSet>
#include <QTimer>
#include <QWidget>

#include <optional>
#include <vector>

class QAction;
class QSplitter;
class QStackedWidget;

namespace fissure::ui {

class Banner;
class EmptyState;
class FollowedRuns;
class RunDetailPanel;
class RunFilterBar;
class RunFilterProxy;
class RunTable;
class RunTableModel;

/// Past and present runs in a table, the chosen one in detail beside it, or several compared. A run that
/// trains is followed.
class RunsPage final : public QWidget {
    Q_OBJECT

public:
    /// The library must outlive the page.
    explicit RunsPage(RunLibrary& library, QWidget* parent = nullptr);

    /// Chooses the run, now or as soon as it is in the library; filters that hide it are lifted.
    void showRun(RunId run);
    /// Shows these runs alone until the user lifts that; name: what they have in common.
    void showOnly(const QString& name, const std::vector<RunId>& runs);

    /// Columns, sorting, splitter and tab. What cannot be read is ignored.
    QByteArray saveState() const;
    void restoreState(const QByteArray& state);

Q_SIGNALS:
    void cloneRequested(const fissure::RunRequest& request);
    void inspectRequested(fissure::RunId run);
    void newRunRequested();

private:
    QWidget* makeHeader();
    QWidget* makeTableSide();
    void makeActions();
    void connectLibrary();

    void takeRuns();
    void selectSomething();
    void showState();
    void applyFilter();
    void showCounts();
    void tick();
    void updateActions();
    void followSelection();
    void showRecords(const std::vector<RunRecord>& runs);
    void onFailed(quint64 request, const Error& error);

    std::vector<RunSummary> selected() const;
    std::optional<RunSummary> onlySelected() const;
    void inspect();
    void clone();
    void rename();
    void editTags();
    void askToDelete();

    RunLibrary& m_library;
    RunTableModel* m_model;
    RunFilterProxy* m_proxy;
    Banner* m_banner;
    RunFilterBar* m_filter;
    RunTable* m_table;
    RunDetailPanel* m_detail;
    FollowedRuns* m_followed;
    QSplitter* m_splitter;
    QStackedWidget* m_tableStack; ///< table, or that nothing matches
    QStackedWidget* m_stack;      ///< all of it, that there is no run yet, or that none can be read
    EmptyState* m_unreadable = nullptr;
    QAction* m_inspect = nullptr;
    QAction* m_clone = nullptr;
    QAction* m_rename = nullptr;
    QAction* m_tags = nullptr;
    QAction* m_delete = nullptr;

    std::optional<RunId> m_wanted; ///< to be chosen when it appears
    quint64 m_stepsRequest = 0;
    quint64 m_predictionsRequest = 0;
    QSet<quint64> m_writeRequests; ///< under way
    QTimer m_tick;                 ///< moves on what counts to now
};

} // namespace fissure::ui
