#include "ui/runs/FactTable.h"

#include "ui/common/ToolTip.h"

#include <QAction>
#include <QClipboard>
#include <QGuiApplication>
#include <QHeaderView>

#include <algorithm>

namespace fissure::ui {

namespace {

constexpr int kRowPaddingPx = 8;
constexpr int kColumnPaddingPx = 20;
constexpr int kWidestColumnPx = 240;

} // namespace

FactTable::FactTable(const QStringList& headings, QWidget* parent) : QTreeWidget(parent) {
    setHeaderLabels(headings);
    setRootIsDecorated(false);
    setUniformRowHeights(true);
    setSelectionMode(QAbstractItemView::ExtendedSelection);
    setTextElideMode(Qt::ElideMiddle);
    setFrameShape(QFrame::NoFrame);
    setAlternatingRowColors(true);
    header()->setStretchLastSection(true);
    auto* copy = new QAction(tr("Copy"), this);
    copy->setShortcut(QKeySequence::Copy);
    copy->setShortcutContext(Qt::WidgetShortcut);
    connect(copy, &QAction::triggered, this, &FactTable::copySelection);
    addAction(copy);
    setContextMenuPolicy(Qt::ActionsContextMenu);
}

void FactTable::setHeadings(const QStringList& headings, const QList<int>& figureColumns) {
    if (headings == m_headings && figureColumns == m_figureColumns) {
        return;
    }
    m_headings = headings;
    m_figureColumns = figureColumns;
    setColumnCount(static_cast<int>(headings.size()));
    setHeaderLabels(headings);
    for (int column = 0; column < columnCount(); ++column) {
        headerItem()->setTextAlignment(column, alignmentOf(column));
        headerItem()->setToolTip(column, plainToolTip(headings[column]));
    }
    fitColumns();
}

void FactTable::setRows(const QList<QStringList>& rows) {
    if (rows == m_rows) {
        return;
    }
    m_rows = rows;
    clear();
    for (const QStringList& row : rows) {
        auto* item = new QTreeWidgetItem(this, row);
        for (int column = 0; column < row.size(); ++column) {
            item->setToolTip(column, plainToolTip(row[column]));
            item->setTextAlignment(column, alignmentOf(column));
            item->setSizeHint(column, QSize(0, fontMetrics().height() + kRowPaddingPx));
        }
    }
    fitColumns();
    updateGeometry();
}

Qt::Alignment FactTable::alignmentOf(int column) const {
    return (m_figureColumns.contains(column) ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter;
}

/// The last column takes what is left.
void FactTable::fitColumns() {
    for (int column = 0; column + 1 < columnCount(); ++column) {
        int width = fontMetrics().horizontalAdvance(headerItem()->text(column));
        for (const QStringList& row : m_rows) {
            width = std::max(width, fontMetrics().horizontalAdvance(row.value(column)));
        }
        setColumnWidth(column, std::min(width + kColumnPaddingPx, kWidestColumnPx));
    }
}

void FactTable::setFitsRows(bool fits) {
    m_fitsRows = fits;
    const auto policy = fits ? Qt::ScrollBarAlwaysOff : Qt::ScrollBarAsNeeded;
    setVerticalScrollBarPolicy(policy);
    setHorizontalScrollBarPolicy(policy);
    setSizePolicy(QSizePolicy::Expanding, fits ? QSizePolicy::Fixed : QSizePolicy::Expanding);
    updateGeometry();
}

QSize FactTable::sizeHint() const {
    if (!m_fitsRows) {
        return QTreeWidget::sizeHint();
    }
    const int row = fontMetrics().height() + kRowPaddingPx;
    return {320, header()->sizeHint().height() + row * std::max(1, topLevelItemCount()) + 2 * frameWidth()};
}

QSize FactTable::minimumSizeHint() const {
    return m_fitsRows ? QSize(160, sizeHint().height()) : QSize(160, 80);
}

void FactTable::copySelection() const {
    QStringList lines;
    for (const QTreeWidgetItem* item : selectedItems()) {
        QStringList cells;
        for (int column = 0; column < columnCount(); ++column) {
            cells.append(item->text(column));
        }
        lines.append(cells.join(QLatin1Char('\t')));
    }
    QGuiApplication::clipboard()->setText(lines.join(QLatin1Char('\n')));
}

} // namespace fissure::ui
