#include "ui/runs/RunTable.h"

#include "ui/runs/SparklineDelegate.h"

#include <QHeaderView>
#include <QMenu>

#include <algorithm>
#include <array>

namespace fissure::ui {

namespace {

constexpr int kRowHeightPx = 30;
constexpr int kColumnPaddingPx = 22;
constexpr int kIconPx = 16;

/// A text as wide as a column usually needs.
const char* sampleOf(RunColumn column) {
    static constexpr std::array<const char*, kRunColumns> kSamples{"Interrupted",
                                                                   "000",
                                                                   "weighted 1:2, 224 px",
                                                                   "0.0000",
                                                                   "0000000000",
                                                                   "100.0 %",
                                                                   "100.0 %",
                                                                   "100.0 %",
                                                                   "100.0 %",
                                                                   "2026-03-01 14:05",
                                                                   "00 h 00 min",
                                                                   "resnext50_32x4d",
                                                                   "focal",
                                                                   "sequential",
                                                                   "in the name",
                                                                   "baseline, night"};
    return kSamples[static_cast<std::size_t>(column)];
}

} // namespace

RunTable::RunTable(RunFilterProxy& runs, QWidget* parent) : QTableView(parent), m_runs(runs) {
    setObjectName(QStringLiteral("runTable"));
    setAccessibleName(tr("Runs"));
    setModel(&runs);
    setSelectionBehavior(QAbstractItemView::SelectRows);
    setSelectionMode(QAbstractItemView::SingleSelection);
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
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    verticalHeader()->setDefaultSectionSize(std::max(kRowHeightPx, fontMetrics().height() + 12));
    horizontalHeader()->setObjectName(QStringLiteral("runTableHeader"));
    horizontalHeader()->setSectionsMovable(true);
    horizontalHeader()->setHighlightSections(false);
    horizontalHeader()->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(horizontalHeader(), &QWidget::customContextMenuRequested, this, &RunTable::showColumnMenu);
    resetColumns();
}

std::optional<RunId> RunTable::currentRun() const {
    const QModelIndex index = currentIndex();
    return index.isValid() ? std::optional(m_runs.runAt(index.row()).id) : std::nullopt;
}

bool RunTable::select(RunId run) {
    const QModelIndex index = m_runs.indexOf(run);
    if (index.isValid()) {
        setCurrentIndex(index);
        scrollTo(index);
    }
    return index.isValid();
}

void RunTable::editName(RunId run) {
    const QModelIndex index = m_runs.indexOf(run, RunColumn::Name);
    if (index.isValid()) {
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
        const int text = std::max(fontMetrics().horizontalAdvance(QString::fromLatin1(sampleOf(which))),
                                  fontMetrics().horizontalAdvance(titleOf(which)));
        setColumnHidden(column, false);
        setColumnWidth(column, text + kColumnPaddingPx + (which == RunColumn::Status ? kIconPx : 0));
        horizontalHeader()->moveSection(horizontalHeader()->visualIndex(column), column);
    }
    sortByColumn(static_cast<int>(RunColumn::Started), Qt::DescendingOrder);
}

void RunTable::currentChanged(const QModelIndex& current, const QModelIndex& previous) {
    QTableView::currentChanged(current, previous);
    Q_EMIT currentRunChanged();
}

void RunTable::showColumnMenu(const QPoint& position) {
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
    connect(menu->addAction(tr("Reset columns")), &QAction::triggered, this, &RunTable::resetColumns);
    menu->popup(horizontalHeader()->viewport()->mapToGlobal(position));
}

} // namespace fissure::ui
