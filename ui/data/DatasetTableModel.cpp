#include "ui/data/DatasetTableModel.h"

#include "ui/common/CoreText.h"
#include "ui/common/ErrorText.h"
#include "ui/common/Format.h"
#include "ui/common/Icons.h"
#include "ui/common/Palette.h"
#include "ui/common/ToolTip.h"

#include <QApplication>
#include <QDir>
#include <QFont>
#include <QLocale>

#include <algorithm>

namespace fissure::ui {

namespace {

constexpr qsizetype kShortFingerprint = 8;

/// Where there is a description: the threshold that the labels were made with.
std::optional<double> thresholdOf(const Dataset& dataset) {
    const DatasetSummary* summary = dataset.summary();
    return summary != nullptr && summary->description ? std::optional(summary->description->recipe.labelIou)
                                                      : std::nullopt;
}

std::optional<WallTime> builtAt(const Dataset& dataset) {
    return dataset.summary() != nullptr ? dataset.summary()->builtAt : std::nullopt;
}

int runCount(const Dataset& dataset) {
    return static_cast<int>(runsOf(dataset.record.uses).size());
}

QVariant countOf(const Dataset& dataset, DatasetColumn column) {
    const DatasetSummary* summary = dataset.summary();
    if (summary == nullptr) {
        return {};
    }
    switch (column) {
    case DatasetColumn::Photographs:
        return static_cast<qlonglong>(summary->photographs);
    case DatasetColumn::Crack:
        return static_cast<qlonglong>(summary->crack);
    default:
        return static_cast<qlonglong>(summary->noCrack);
    }
}

QVariant rawValue(const Dataset& dataset, DatasetColumn column) {
    switch (column) {
    case DatasetColumn::Photographs:
    case DatasetColumn::Crack:
    case DatasetColumn::NoCrack:
        return countOf(dataset, column);
    case DatasetColumn::Threshold: {
        const auto threshold = thresholdOf(dataset);
        return threshold ? QVariant(*threshold) : QVariant();
    }
    case DatasetColumn::Built: {
        const auto time = builtAt(dataset);
        return time ? QVariant(static_cast<qlonglong>(time->time_since_epoch().count())) : QVariant();
    }
    case DatasetColumn::Runs:
        return runCount(dataset);
    case DatasetColumn::Problems:
        return problemsOf(dataset).size();
    case DatasetColumn::Name:
        return datasetName(dataset.record.folder);
    case DatasetColumn::Fingerprint:
        break;
    }
    return QString::fromStdString(dataset.fingerprint());
}

bool isFigure(DatasetColumn column) {
    switch (column) {
    case DatasetColumn::Photographs:
    case DatasetColumn::Crack:
    case DatasetColumn::NoCrack:
    case DatasetColumn::Threshold:
    case DatasetColumn::Runs:
        return true;
    default:
        return false;
    }
}

QString dashFor(const QVariant& value, const QString& text) {
    return value.isValid() ? text : QStringLiteral("–");
}

} // namespace

DatasetTableModel::DatasetTableModel(QObject* parent) : QAbstractTableModel(parent) {}

int DatasetTableModel::rowOf(const std::string& folder) const {
    const auto found = std::ranges::find_if(
        m_datasets, [&](const Dataset& dataset) { return dataset.record.folder == folder; });
    return found == m_datasets.end() ? -1 : static_cast<int>(found - m_datasets.begin());
}

void DatasetTableModel::setDatasets(const std::vector<Dataset>& datasets) {
    const auto isGone = [&](const Dataset& known) {
        return std::ranges::none_of(
            datasets, [&](const Dataset& dataset) { return dataset.record.folder == known.record.folder; });
    };
    for (int row = rowCount() - 1; row >= 0; --row) {
        if (isGone(at(row))) {
            beginRemoveRows({}, row, row);
            m_datasets.erase(m_datasets.begin() + row);
            endRemoveRows();
        }
    }
    // Both are ordered by folder, so what differs now is new.
    for (int row = 0; row < static_cast<int>(datasets.size()); ++row) {
        const Dataset& dataset = datasets[static_cast<std::size_t>(row)];
        if (row == rowCount() || at(row).record.folder != dataset.record.folder) {
            beginInsertRows({}, row, row);
            m_datasets.insert(m_datasets.begin() + row, dataset);
            endInsertRows();
        }
    }
    m_datasets = datasets;
    if (rowCount() > 0) {
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, kDatasetColumns - 1));
    }
}

int DatasetTableModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_datasets.size());
}

int DatasetTableModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : kDatasetColumns;
}

QString DatasetTableModel::displayText(const Dataset& dataset, DatasetColumn column) const {
    const QVariant value = rawValue(dataset, column);
    switch (column) {
    case DatasetColumn::Threshold:
        return dashFor(value, QLocale().toString(value.toDouble(), 'f', 2));
    case DatasetColumn::Built:
        return timeText(builtAt(dataset));
    case DatasetColumn::Problems:
        return dataset.look == nullptr ? tr("Looking…")
               : dataset.isMissing()   ? problemsOf(dataset).front()
               : value.toInt() == 0    ? tr("None")
                                       : problemsOf(dataset).join(QLatin1Char(' '));
    case DatasetColumn::Fingerprint:
        return value.toString().isEmpty() ? QStringLiteral("–") : value.toString().left(kShortFingerprint);
    case DatasetColumn::Name:
        return value.toString();
    default:
        return dashFor(value, countText(value.toLongLong()));
    }
}

QString DatasetTableModel::toolTip(const Dataset& dataset, DatasetColumn column) const {
    switch (column) {
    case DatasetColumn::Name:
        return plainToolTip(QDir::toNativeSeparators(QString::fromStdString(dataset.record.folder)));
    case DatasetColumn::Runs:
        return runCount(dataset) == 0 ? QString() : tr("Show these runs in Experiments.");
    case DatasetColumn::Fingerprint:
        return QString::fromStdString(dataset.fingerprint());
    case DatasetColumn::Problems:
        return plainToolTip(problemsOf(dataset).join(QLatin1Char('\n')));
    default:
        return {};
    }
}

QVariant DatasetTableModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid()) {
        return {};
    }
    const Dataset& dataset = at(index.row());
    const auto column = static_cast<DatasetColumn>(index.column());
    switch (role) {
    case Qt::DisplayRole:
        return displayText(dataset, column);
    case SortRole:
        return rawValue(dataset, column);
    case Qt::ToolTipRole:
        return toolTip(dataset, column);
    case Qt::TextAlignmentRole:
        return QVariant::fromValue(Qt::Alignment(isFigure(column) ? Qt::AlignRight | Qt::AlignVCenter
                                                                  : Qt::AlignLeft | Qt::AlignVCenter));
    case Qt::DecorationRole:
        return column == DatasetColumn::Problems && !problemsOf(dataset).isEmpty()
                   ? QVariant(dataset.isMissing() ? icon("octagon-x", Meaning::Error)
                                                  : icon("triangle-alert", Meaning::Warning))
                   : QVariant();
    case Qt::ForegroundRole:
        return column == DatasetColumn::Runs && runCount(dataset) > 0
                   ? QVariant(QApplication::palette().color(QPalette::Link))
                   : QVariant();
    default:
        return {};
    }
}

QVariant DatasetTableModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal) {
        return {};
    }
    const auto column = static_cast<DatasetColumn>(section);
    if (role == Qt::TextAlignmentRole) {
        return QVariant::fromValue(Qt::Alignment(isFigure(column) ? Qt::AlignRight | Qt::AlignVCenter
                                                                  : Qt::AlignLeft | Qt::AlignVCenter));
    }
    if (role != Qt::DisplayRole) {
        return {};
    }
    switch (column) {
    case DatasetColumn::Name:
        return tr("Data set");
    case DatasetColumn::Photographs:
        return tr("Photographs");
    case DatasetColumn::Crack:
        return tr("Crack");
    case DatasetColumn::NoCrack:
        return tr("No crack");
    case DatasetColumn::Threshold:
        return tr("Crack above IoU");
    case DatasetColumn::Built:
        return tr("Built");
    case DatasetColumn::Runs:
        return tr("Runs");
    case DatasetColumn::Fingerprint:
        return tr("Fingerprint");
    case DatasetColumn::Problems:
        break;
    }
    return tr("Problems");
}

QString datasetName(const std::string& folder) {
    const QStringList parts = QString::fromStdString(folder).split(QLatin1Char('/'), Qt::SkipEmptyParts);
    return QStringList(parts.mid(std::max<qsizetype>(0, parts.size() - 2))).join(QLatin1Char('/'));
}

QStringList problemsOf(const Dataset& dataset) {
    QStringList problems;
    if (dataset.isMissing()) {
        problems.append(causeText(dataset.look->error()));
    } else if (const DatasetSummary* summary = dataset.summary()) {
        for (const Text& problem : summary->problems) {
            problems.append(coreText(problem));
        }
    }
    return problems;
}

} // namespace fissure::ui
