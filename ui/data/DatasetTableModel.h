#pragma once

#include "ui/data/DatasetLibrary.h"

#include <QAbstractTableModel>

#include <vector>

namespace fissure::ui {

enum class DatasetColumn { Name, Photographs, Crack, NoCrack, Threshold, Built, Runs, Fingerprint, Problems };
inline constexpr int kDatasetColumns = 9;

/// The data sets, a row each. SortRole gives raw values, invalid where they are not known.
class DatasetTableModel final : public QAbstractTableModel {
    Q_OBJECT

public:
    static constexpr int SortRole = Qt::UserRole;

    explicit DatasetTableModel(QObject* parent = nullptr);

    const Dataset& at(int row) const { return m_datasets[static_cast<std::size_t>(row)]; }
    /// -1 where there is none of that folder.
    int rowOf(const std::string& folder) const;
    /// By folder, as the library has them.
    void setDatasets(const std::vector<Dataset>& datasets);

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QString displayText(const Dataset& dataset, DatasetColumn column) const;
    QString toolTip(const Dataset& dataset, DatasetColumn column) const;

    std::vector<Dataset> m_datasets;
};

/// The last two parts of a folder's path: most data sets are called "proposals".
QString datasetName(const std::string& folder);
/// What is wrong with a data set, a sentence a line; empty where nothing is, or it was not looked into.
QStringList problemsOf(const Dataset& dataset);

} // namespace fissure::ui
