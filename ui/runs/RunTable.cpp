#include "ui/runs/RunTable.h"

#include "ui/common/Format.h"
#include "ui/common/RunText.h"
#include "ui/runs/SparklineDelegate.h"
#include "ui/runs/TextDelegate.h"

#include <QActionGroup>
#include <QHeaderView>
#include <QMenu>

#include <algorithm>
#include <chrono>

namespace fissure::ui {

namespace {

constexpr int kRowHeightPx = 30;
constexpr int kColumnPaddingPx = 22;
constexpr int kIconPx = 16;
constexpr int kIconGapPx = 12; ///< about the icon

QString widestStatus(const QFontMetrics& metrics) {
    QString widest;
    for (const RunStatus status :
         {RunStatus::Queued, RunStatus::Running, RunStatus::Paused, RunStatus::Finished, RunStatus::Stopped,
          RunStatus::Failed, RunStatus::Interrupted}) {
        const QString text = statusText(status);
        widest = metrics.horizontalAdvance(text) > metrics.horizontalAdvance(widest) ? text : widest;
    }
    return widest;
}

/// A text as wide as a column usually needs.
QString sampleOf(RunColumn column, const QFontMetrics& metrics) {
    switch (column) {
    case RunColumn::Status:
        return widestStatus(metrics);
    case RunColumn::Number:
        return QStringLiteral("000");
    case RunColumn::Name:
        return QStringLiteral("weighted 1:2, focal");
    case RunColumn::ValidationLoss:
        return lossText(0.0);
    case RunColumn::Precision:
    case RunColumn::Recall:
    case RunColumn::F1:
    case RunColumn::ValidationAccuracy:
        return percentText(1.0);
    case RunColumn::Sparkline:
        return QStringLiteral("0000000000");
    case RunColumn::Started:
        return timeText(WallTime{});
    case RunColumn::Duration:
        return durationText(std::chrono::minutes{20 * 60 + 20});
    case RunColumn::Backbone:
        return QStringLiteral("resnext50_32x4d");
    case RunColumn::Loss:
        return QStringLiteral("focal");
    case RunColumn::Sampler:
        return QStringLiteral("sequential");
    case RunColumn::LabelIou:
        return RunTableModel::tr("in the name");
    case RunColumn::Tags:
        break;
    }
    return QStringLiteral("baseline, night");
}

} // namespace

RunTable::RunTable(RunFilterProxy& runs, QWidget* parent) : QTableView(parent), m_runs(runs) {
    setObjectName(QStringLiteral("runTable"));
    setAccessibleName(tr("Runs"));
    setModel(&runs);
    setSelectionBehavior(QAbstractItemView::SelectRows);
    setSelectionMode(QAbstractItemView::ExtendedSelection);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setSortingEnabled(true);
    setShowGrid(false);
    setAlternatingRowColors(true);
    setWordWrap(false);
    setTabKeyNavigation(false);
    setIconSize(QSize(kIconPx, kIconPx));
    setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    setFrameShape(QFrame::NoFrame);
    setItemDelegateForColumn(static_cast<int>(RunColumn::Sparkline), new SparklineDelegate(this));
    for (const RunColumn column : {RunColumn::Name, RunColumn::Tags}) {
        setItemDelegateForColumn(static_cast<int>(column), new TextDelegate(this));
    }
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    verticalHeader()->setDefaultSectionSize(std::max(kRowHeightPx, fontMetrics().height() + 12));
    horizontalHeader()->setObjectName(QStringLiteral("runTableHeader"));
    horizontalHeader()->setSectionsMovable(true);
    horizontalHeader()->setHighlightSections(false);
    horizontalHeader()->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(horizontalHeader(), &QWidget::customContextMenuRequested, this, [this](const QPoint& position) {
        popUpColumnMenu(horizontalHeader()->viewport()->mapToGlobal(position));
    });
    resetColumns();
}

std::optional<RunId> RunTable::currentRun() const {
    const QModelIndex index = currentIndex();
    return index.isValid() ? std::optional(m_runs.runAt(index.row()).id) : std::nullopt;
}

std::vector<RunId> RunTable::selectedRuns() const {
    QModelIndexList rows = selectionModel()->selectedRows();
    std::ranges::sort(rows, {}, &QModelIndex::row);
    std::vector<RunId> runs;
    for (const QModelIndex& row : rows) {
        runs.push_back(m_runs.runAt(row.row()).id);
    }
    return runs;
}

bool RunTable::select(RunId run) {
    // Not that of the name: it would be scrolled to and hide the columns before it.
    const QModelIndex index = m_runs.indexOf(run, RunColumn::Status);
    if (index.isValid()) {
        selectionModel()->setCurrentIndex(index,
                                          QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
        scrollTo(index);
    }
    return index.isValid();
}

void RunTable::editText(RunId run, RunColumn column) {
    const QModelIndex index = m_runs.indexOf(run, column);
    if (index.isValid()) {
        setColumnHidden(index.column(), false);
        scrollTo(index);
        setCurrentIndex(index);
        edit(index);
    }
}

QByteArray RunTable::saveColumns() const {
    return horizontalHeader()->saveState();
}

void RunTable::restoreColumns(const QByteArray& state) {
    if (!horizontalHeader()->restoreState(state)) {
        return;
    }
    // A state of another version may have hidden what must be seen.
    setColumnHidden(static_cast<int>(RunColumn::Name), false);
    sortByColumn(horizontalHeader()->sortIndicatorSection(), horizontalHeader()->sortIndicatorOrder());
}

void RunTable::resetColumns() {
    for (int column = 0; column < kRunColumns; ++column) {
        const auto which = static_cast<RunColumn>(column);
        const int text = std::max(fontMetrics().horizontalAdvance(sampleOf(which, fontMetrics())),
                                  fontMetrics().horizontalAdvance(titleOf(which)));
        setColumnHidden(column, false);
        setColumnWidth(column,
                       text + kColumnPaddingPx + (which == RunColumn::Status ? kIconPx + kIconGapPx : 0));
        horizontalHeader()->moveSection(horizontalHeader()->visualIndex(column), column);
    }
    sortByColumn(static_cast<int>(RunColumn::Started), Qt::DescendingOrder);
}

void RunTable::selectionChanged(const QItemSelection& selected, const QItemSelection& deselected) {
    QTableView::selectionChanged(selected, deselected);
    // Rows that move or come in between are selected anew by Qt, though the runs are the same.
    std::vector<RunId> runs = selectedRuns();
    std::ranges::sort(runs, {}, &RunId::value);
    if (runs != m_selected) {
        m_selected = std::move(runs);
        Q_EMIT selectedRunsChanged();
    }
}

void RunTable::popUpColumnMenu(const QPoint& globalPosition) {
    auto* menu = new QMenu(this);
    menu->setObjectName(QStringLiteral("columnMenu"));
    menu->setAttribute(Qt::WA_DeleteOnClose);
    for (int column = 0; column < kRunColumns; ++column) {
        QAction* action = menu->addAction(titleOf(static_cast<RunColumn>(column)));
        action->setCheckable(true);
        action->setChecked(!isColumnHidden(column));
        action->setEnabled(static_cast<RunColumn>(column) != RunColumn::Name);
        connect(action, &QAction::toggled, this,
                [this, column](bool isOn) { setColumnHidden(column, !isOn); });
    }
    menu->addSeparator();
    addSortMenu(*menu);
    connect(menu->addAction(tr("Reset columns")), &QAction::triggered, this, &RunTable::resetColumns);
    menu->popup(globalPosition);
}

void RunTable::addSortMenu(QMenu& menu) {
    QMenu* sort = menu.addMenu(tr("Sort by"));
    sort->setObjectName(QStringLiteral("sortMenu"));
    const int sorted = horizontalHeader()->sortIndicatorSection();
    const Qt::SortOrder order = horizontalHeader()->sortIndicatorOrder();
    const auto add = [&](QActionGroup& group, const QString& text, int column, Qt::SortOrder itsOrder) {
        QAction* action = sort->addAction(text);
        action->setActionGroup(&group);
        action->setCheckable(true);
        action->setChecked(column == sorted && itsOrder == order);
        connect(action, &QAction::triggered, this,
                [this, column, itsOrder] { sortByColumn(column, itsOrder); });
    };
    auto* columns = new QActionGroup(sort);
    for (int column = 0; column < kRunColumns; ++column) {
        add(*columns, titleOf(static_cast<RunColumn>(column)), column, order);
    }
    sort->addSeparator();
    auto* orders = new QActionGroup(sort);
    add(*orders, tr("Ascending"), sorted, Qt::AscendingOrder);
    add(*orders, tr("Descending"), sorted, Qt::DescendingOrder);
}

} // namespace fissure::ui
