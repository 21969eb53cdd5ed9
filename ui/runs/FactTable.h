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

    /// Replaces the rows; does nothing where they are the same, so that a selection lives on.
    void setRows(const QList<QStringList>& rows);
    /// Makes the table as high as its rows, for tables one above the other.
    void setFitsRows(bool fits);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

private:
    void fitColumns();
    void copySelection() const;

    QList<QStringList> m_rows;
    bool m_fitsRows = false;
};

} // namespace fissure::ui
