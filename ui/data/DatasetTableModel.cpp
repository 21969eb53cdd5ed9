#include "ui/data/DatasetTableModel.h"

#include "ui/common/CoreText.h"
#include "ui/common/Format.h"
#include "ui/common/NoteLine.h"
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

/// What a list has room for; the tool tip and the panel beside it have the sentences.
QString problemText(const Dataset& dataset) {
    const std::vector<Finding> findings = findingsOf(dataset);
    if (dataset.look == nullptr) {
        return DatasetTableModel::tr("Looking…");
    }
    if (findings.empty()) {
        return DatasetTableModel::tr("None");
    }
    if (dataset.isMissing()) {
        return dataset.look->error().code == ErrorCode::NotFound ? DatasetTableModel::tr("Folder is missing")
                                                                 : DatasetTableModel::tr("Cannot be read");
    }
    return DatasetTableModel::tr("%n problem(s)", nullptr, static_cast<int>(findings.size()));
}

QStringList problemTexts(const Dataset& dataset) {
    QStringList texts;
    for (const Finding& finding : findingsOf(dataset)) {
        texts.append(coreText(summaryOf(finding)));
    }
    return texts;
}

QVariant problemIcon(const Dataset& dataset) {
    const std::vector<Finding> findings = findingsOf(dataset);
    return findings.empty() ? QVariant() : severityIcon(findings.front().severity);
}

QString toolTipOf(const Dataset& dataset, DatasetColumn column) {
    switch (column) {
    case DatasetColumn::Name:
        return plainToolTip(QDir::toNativeSeparators(QString::fromStdString(dataset.record.folder)));
    case DatasetColumn::Runs:
        return runCount(dataset) == 0 ? QString() : DatasetTableModel::tr("Show these runs in Experiments.");
    case DatasetColumn::Fingerprint:
        return QString::fromStdString(dataset.fingerprint());
    case DatasetColumn::Problems:
        return plainToolTip(problemTexts(dataset).join(QLatin1Char('\n')));
    default:
        return {};
    }
}

QString dashFor(const QVariant& value, const QString& text) {
    return value.isValid() ? text : QStringLiteral("–");
}

/// The last parts of a path.
QString endOf(const std::string& folder, qsizetype parts) {
    const QStringList all = QString::fromStdString(folder).split(QLatin1Char('/'), Qt::SkipEmptyParts);
    return QStringList(all.mid(std::max<qsizetype>(0, all.size() - parts))).join(QLatin1Char('/'));
}

std::vector<QString> namesOf(const std::vector<Dataset>& datasets) {
    constexpr qsizetype kFewestParts = 2;
    std::vector<QString> names;
    for (const Dataset& dataset : datasets) {
        const std::string& folder = dataset.record.folder;
        qsizetype parts = kFewestParts;
        const auto isShared = [&](const Dataset& other) {
            return other.record.folder != folder && endOf(other.record.folder, parts) == endOf(folder, parts);
        };
        const auto all = std::ranges::count(folder, '/') + 1;
        while (parts < all && std::ranges::any_of(datasets, isShared)) {
            ++parts;
        }
        names.push_back(endOf(folder, parts));
    }
    return names;
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
            m_names.erase(m_names.begin() + row);
            endRemoveRows();
        }
    }
    const std::vector<QString> names = namesOf(datasets);
    // Both are ordered by folder, so what differs now is new.
    for (int row = 0; row < static_cast<int>(datasets.size()); ++row) {
        const Dataset& dataset = datasets[static_cast<std::size_t>(row)];
        if (row == rowCount() || at(row).record.folder != dataset.record.folder) {
            beginInsertRows({}, row, row);
            m_datasets.insert(m_datasets.begin() + row, dataset);
            m_names.insert(m_names.begin() + row, names[static_cast<std::size_t>(row)]);
            endInsertRows();
        }
    }
    m_datasets = datasets;
    m_names = names;
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

QVariant DatasetTableModel::rawValue(int row, DatasetColumn column) const {
    const Dataset& dataset = at(row);
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
        return static_cast<int>(findingsOf(dataset).size());
    case DatasetColumn::Name:
        return nameAt(row);
    case DatasetColumn::Fingerprint:
        break;
    }
    return QString::fromStdString(dataset.fingerprint());
}

QString DatasetTableModel::displayText(int row, DatasetColumn column) const {
    const Dataset& dataset = at(row);
    const QVariant value = rawValue(row, column);
    switch (column) {
    case DatasetColumn::Threshold:
        return dashFor(value, QLocale().toString(value.toDouble(), 'f', 2));
    case DatasetColumn::Built:
        return timeText(builtAt(dataset));
    case DatasetColumn::Problems:
        return problemText(dataset);
    case DatasetColumn::Fingerprint:
        return value.toString().isEmpty() ? QStringLiteral("–") : value.toString().left(kShortFingerprint);
    case DatasetColumn::Name:
        return value.toString();
    default:
        return dashFor(value, countText(value.toLongLong()));
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
        return displayText(index.row(), column);
    case SortRole:
        return rawValue(index.row(), column);
    case Qt::ToolTipRole:
        return toolTipOf(dataset, column);
    case Qt::TextAlignmentRole:
        return QVariant::fromValue(Qt::Alignment(isFigure(column) ? Qt::AlignRight | Qt::AlignVCenter
                                                                  : Qt::AlignLeft | Qt::AlignVCenter));
    case Qt::DecorationRole:
        return column == DatasetColumn::Problems ? problemIcon(dataset) : QVariant();
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
        return tr("Crack above");
    case DatasetColumn::Built:
        return tr("Built");
    case DatasetColumn::Runs:
        return tr("Runs");
    case DatasetColumn::Problems:
        return tr("Problems");
    case DatasetColumn::Fingerprint:
        break;
    }
    return tr("Fingerprint");
}

std::vector<Finding> findingsOf(const Dataset& dataset) {
    if (dataset.isMissing()) {
        const Error& error = dataset.look->error();
        return {{Severity::Error, "folder", Text("core", "%1: %2.").with(error.subject, error.cause)}};
    }
    return dataset.summary() != nullptr ? dataset.summary()->findings : std::vector<Finding>();
}

} // namespace fissure::ui
