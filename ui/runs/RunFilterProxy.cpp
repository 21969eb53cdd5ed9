#include "ui/runs/RunFilterProxy.h"

#include "ui/common/RunText.h"

#include <algorithm>
#include <cmath>

namespace fissure::ui {

namespace {

QString named(std::string_view name) {
    return QString::fromUtf8(name.data(), static_cast<qsizetype>(name.size()));
}

/// All that a search looks through, in one line.
QString searchable(const RunSummary& run) {
    QStringList parts{QString::fromStdString(run.name), QString::number(run.id.value),
                      statusText(run.status),           named(nameOf(run.config.backbone)),
                      named(nameOf(run.config.loss)),   named(nameOf(run.config.sampler))};
    for (const std::string& tag : run.tags) {
        parts.append(QString::fromStdString(tag));
    }
    return parts.join(QLatin1Char('\n')).toCaseFolded();
}

} // namespace

RunFilterProxy::RunFilterProxy(RunTableModel& model, QObject* parent)
    : QSortFilterProxyModel(parent)
    , m_model(model) {
    setSourceModel(&model);
    setSortRole(RunTableModel::SortRole);
}

void RunFilterProxy::setSearchText(const QString& text) {
    m_words = text.toCaseFolded().split(QLatin1Char(' '), Qt::SkipEmptyParts);
    invalidateFilter();
}

void RunFilterProxy::setStatus(std::optional<RunStatus> status) {
    m_status = status;
    invalidateFilter();
}

void RunFilterProxy::setOnly(const std::vector<RunId>& runs) {
    m_only = runs;
    std::ranges::sort(m_only, {}, &RunId::value);
    invalidateFilter();
}

const RunSummary& RunFilterProxy::runAt(int row) const {
    return m_model.runAt(mapToSource(index(row, 0)).row());
}

QModelIndex RunFilterProxy::indexOf(RunId run, RunColumn column) const {
    const int row = m_model.rowOf(run);
    return row < 0 ? QModelIndex() : mapFromSource(m_model.index(row, static_cast<int>(column)));
}

bool RunFilterProxy::filterAcceptsRow(int row, const QModelIndex&) const {
    const RunSummary& run = m_model.runAt(row);
    if (m_status && run.status != *m_status) {
        return false;
    }
    if (!m_only.empty() && !std::ranges::binary_search(m_only, run.id.value, {}, &RunId::value)) {
        return false;
    }
    if (m_words.isEmpty()) {
        return true;
    }
    const QString text = searchable(run);
    return std::ranges::all_of(m_words, [&text](const QString& word) { return text.contains(word); });
}

bool RunFilterProxy::lessThan(const QModelIndex& left, const QModelIndex& right) const {
    const auto column = static_cast<RunColumn>(left.column());
    if (!isNumeric(column) && column != RunColumn::Status && column != RunColumn::Sparkline) {
        return QString::localeAwareCompare(left.data(Qt::DisplayRole).toString(),
                                           right.data(Qt::DisplayRole).toString()) < 0;
    }
    const double first = m_model.number(left.row(), column);
    const double second = m_model.number(right.row(), column);
    if (std::isnan(first) || std::isnan(second)) {
        const bool isLess = !std::isnan(first) && std::isnan(second);
        const bool isGreater = std::isnan(first) && !std::isnan(second);
        return sortOrder() == Qt::AscendingOrder ? isLess : isGreater;
    }
    return first < second;
}

} // namespace fissure::ui
