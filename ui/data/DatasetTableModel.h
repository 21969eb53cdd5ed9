#pragma once

#include "ui/data/DatasetLibrary.h"

#include <QAbstractTableModel>

#include <vector>

namespace fissure::ui {

enum class DatasetColumn { Name, Photographs, Crack, NoCrack, Threshold, Built, Runs, Problems, Fingerprint };
inline constexpr int kDatasetColumns = 9;

/// The data sets, a row each. SortRole gives raw values, invalid where they are not known.
class DatasetTableModel final : public QAbstractTableModel {
    Q_OBJECT

public:
    static constexpr int SortRole = Qt::UserRole;

    explicit DatasetTableModel(QObject* parent = nullptr);

    const Dataset& at(int row) const { return m_datasets[static_cast<std::size_t>(row)]; }
    /// The end of the folder's path, as long as it takes to tell it from the others: most data sets are
    /// called "proposals".
    const QString& nameAt(int row) const { return m_names[static_cast<std::size_t>(row)]; }
    /// -1 where there is none of that folder.
    int rowOf(const std::string& folder) const;
    /// By folder, as the library has them.
    void setDatasets(const std::vector<Dataset>& datasets);

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QVariant rawValue(int row, DatasetColumn column) const;
    QString displayText(int row, DatasetColumn column) const;

    std::vector<Dataset> m_datasets;
    std::vector<QString> m_names; ///< of each
};

/// What is wrong with a data set, gravest first; none where it was not looked into. Of a folder that cannot
/// be read that is all that there is to say.
std::vector<Finding> findingsOf(const Dataset& dataset);

} // namespace fissure::ui
