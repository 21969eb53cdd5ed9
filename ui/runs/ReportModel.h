#pragma once

#include "core/metrics/ClassificationReport.h"

#include <QAbstractTableModel>

#include <optional>

namespace fissure::ui {

/// A classification report: a row a class, then accuracy and the averages; name, precision, recall, F1 and
/// support as columns.
class ReportModel final : public QAbstractTableModel {
    Q_OBJECT

public:
    enum class Row { NoCrack, Crack, Accuracy, MacroAverage, WeightedAverage };
    enum class Column { Class, Precision, Recall, F1, Support };
    static constexpr int kRows = 5;
    static constexpr int kColumns = 5;

    explicit ReportModel(QObject* parent = nullptr);

    /// Nothing empties the table.
    void setMatrix(const std::optional<ConfusionMatrix>& matrix);
    const std::optional<ClassificationReport>& report() const { return m_report; }

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QString displayText(Row row, Column column) const;

    std::optional<ClassificationReport> m_report;
    std::int64_t m_total = 0;
};

} // namespace fissure::ui
