#pragma once

#include <QList>
#include <QStringList>
#include <QTreeWidget>

namespace fissure::ui {

/// Rows of text under headings, to read and to copy (Ctrl+C); long texts end in dots and are whole in the
/// tool tip.
class FactTable : public QTreeWidget {
    Q_OBJECT

public:
    explicit FactTable(const QStringList& headings, QWidget* parent = nullptr);

    /// Replaces the headings; the columns of those numbers hold figures, which are aligned to the right.
    void setHeadings(const QStringList& headings, const QList<int>& figureColumns);
    /// Replaces the rows; does nothing where they are the same, so that a selection lives on.
    void setRows(const QList<QStringList>& rows);
    /// Makes the table as high as its rows, for tables one above the other.
    void setFitsRows(bool fits);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

private:
    Qt::Alignment alignmentOf(int column) const;
    void fitColumns();
    void copySelection() const;

    QList<QStringList> m_rows;
    QStringList m_headings; ///< as last replaced
    QList<int> m_figureColumns;
    bool m_fitsRows = false;
};

} // namespace fissure::ui
