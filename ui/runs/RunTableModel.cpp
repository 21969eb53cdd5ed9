#include "ui/runs/RunTableModel.h"

#include "ui/common/Format.h"
#include "ui/common/RunText.h"
#include "ui/common/Tags.h"
#include "ui/common/ToolTip.h"
#include "ui/run/RunLibrary.h"

#include <QLocale>

#include <algorithm>
#include <cmath>
#include <limits>
#include <unordered_set>

namespace fissure::ui {

namespace {

constexpr double kNone = std::numeric_limits<double>::quiet_NaN();

QString named(std::string_view name) {
    return QString::fromUtf8(name.data(), static_cast<qsizetype>(name.size()));
}

std::unordered_set<std::int64_t> idsOf(const std::vector<RunSummary>& runs) {
    std::unordered_set<std::int64_t> ids;
    for (const RunSummary& run : runs) {
        ids.insert(run.id.value);
    }
    return ids;
}

bool isText(RunColumn column) {
    return column == RunColumn::Name || column == RunColumn::Tags;
}

/// What the best epoch says; not-a-number where there is none.
double figureOf(const RunSummary& run, RunColumn column) {
    const SplitMetrics* validation = bestValidation(run);
    if (validation == nullptr) {
        return kNone;
    }
    switch (column) {
    case RunColumn::ValidationLoss:
        return validation->loss;
    case RunColumn::ValidationAccuracy:
        return validation->confusion.accuracy();
    case RunColumn::Precision:
        return validation->confusion.precision();
    case RunColumn::Recall:
        return validation->confusion.recall();
    case RunColumn::F1:
        return validation->confusion.f1();
    default:
        return kNone;
    }
}

} // namespace

RunTableModel::RunTableModel(QObject* parent) : QAbstractTableModel(parent) {}

void RunTableModel::setRuns(const std::vector<RunSummary>& runs, WallTime now) {
    removeMissing(runs);
    insertAndMove(runs);
    // Values change only now, with one signal: a proxy that sorts must not find them changed in between.
    const auto [first, same] = std::ranges::mismatch(m_runs, runs, isSame);
    const int firstChanged = static_cast<int>(first - m_runs.begin());
    m_runs = runs;
    if (firstChanged < rowCount()) {
        Q_EMIT dataChanged(index(firstChanged, 0), index(rowCount() - 1, kRunColumns - 1));
    }
    setNow(now);
}

void RunTableModel::setNow(WallTime now) {
    if (now == m_now) {
        return;
    }
    m_now = now;
    for (int row = 0; row < rowCount(); ++row) {
        if (isLiving(runAt(row).status)) {
            const QModelIndex duration = index(row, static_cast<int>(RunColumn::Duration));
            Q_EMIT dataChanged(duration, duration);
        }
    }
}

void RunTableModel::removeMissing(const std::vector<RunSummary>& runs) {
    const auto staying = idsOf(runs);
    for (int row = rowCount() - 1; row >= 0; --row) {
        if (!staying.contains(runAt(row).id.value)) {
            beginRemoveRows({}, row, row);
            m_runs.erase(m_runs.begin() + row);
            endRemoveRows();
        }
    }
}

void RunTableModel::insertAndMove(const std::vector<RunSummary>& runs) {
    const auto known = idsOf(m_runs);
    const auto isNew = [&known](const RunSummary& run) { return !known.contains(run.id.value); };
    for (std::size_t i = 0; i < runs.size(); ++i) {
        const int row = static_cast<int>(i);
        if (i < m_runs.size() && m_runs[i].id == runs[i].id) {
            continue;
        }
        if (isNew(runs[i])) {
            const auto end = std::find_if_not(runs.begin() + row, runs.end(), isNew);
            const int last = static_cast<int>(end - runs.begin()) - 1;
            beginInsertRows({}, row, last);
            m_runs.insert(m_runs.begin() + row, runs.begin() + row, end);
            endInsertRows();
        } else {
            const int old = rowOf(runs[i].id);
            beginMoveRows({}, old, old, {}, row);
            std::rotate(m_runs.begin() + row, m_runs.begin() + old, m_runs.begin() + old + 1);
            endMoveRows();
        }
    }
}

int RunTableModel::rowOf(RunId run) const {
    const auto found = std::ranges::find(m_runs, run, &RunSummary::id);
    return found == m_runs.end() ? -1 : static_cast<int>(found - m_runs.begin());
}

double RunTableModel::number(int row, RunColumn column) const {
    const RunSummary& run = runAt(row);
    switch (column) {
    case RunColumn::Status:
        return static_cast<double>(run.status);
    case RunColumn::Number:
        return static_cast<double>(run.id.value);
    case RunColumn::Started:
        return static_cast<double>(run.startedAt.time_since_epoch().count());
    case RunColumn::Duration: {
        const auto duration = durationOf(run, m_now);
        return duration ? static_cast<double>(duration->count()) : kNone;
    }
    case RunColumn::LabelIou:
        return run.config.labelIou;
    case RunColumn::Sparkline:
        return run.validationLosses.empty() ? kNone : run.validationLosses.back();
    default:
        return figureOf(run, column);
    }
}

int RunTableModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_runs.size());
}

int RunTableModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : kRunColumns;
}

QString RunTableModel::displayText(int row, RunColumn column) const {
    const RunSummary& run = runAt(row);
    switch (column) {
    case RunColumn::Status:
        return statusText(run.status);
    case RunColumn::Number:
        return QString::number(run.id.value);
    case RunColumn::Name:
        return QString::fromStdString(run.name);
    case RunColumn::ValidationLoss:
        return lossText(figureOf(run, column));
    case RunColumn::ValidationAccuracy:
    case RunColumn::Precision:
    case RunColumn::Recall:
    case RunColumn::F1:
        return percentText(figureOf(run, column));
    case RunColumn::Sparkline:
        return {};
    case RunColumn::Started:
        return timeText(run.startedAt);
    case RunColumn::Duration:
        return durationText(durationOf(run, m_now));
    case RunColumn::Backbone:
        return named(nameOf(run.config.backbone));
    case RunColumn::Loss:
        return named(nameOf(run.config.loss));
    case RunColumn::Sampler:
        return named(nameOf(run.config.sampler));
    case RunColumn::LabelIou:
        return run.config.labelIou > 0.0 ? QLocale().toString(run.config.labelIou, 'f', 2)
                                         : tr("in the name");
    case RunColumn::Tags:
        return joinTags(run.tags);
    }
    return {};
}

QString RunTableModel::toolTip(int row, RunColumn column) const {
    const RunSummary& run = runAt(row);
    switch (column) {
    case RunColumn::Status:
        return plainToolTip(statusWithEnd(run));
    case RunColumn::Name:
    case RunColumn::Tags:
    case RunColumn::Backbone:
        return plainToolTip(displayText(row, column));
    case RunColumn::Sparkline:
        return run.epochs == 1 ? tr("1 epoch") : tr("%n epochs", nullptr, run.epochs);
    case RunColumn::ValidationLoss:
        return run.best ? tr("Best at epoch %1").arg(run.best->epoch) : QString();
    default:
        return {};
    }
}

QVariant RunTableModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid()) {
        return {};
    }
    const auto column = static_cast<RunColumn>(index.column());
    const RunSummary& run = runAt(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return displayText(index.row(), column);
    case Qt::EditRole:
        return isText(column) ? displayText(index.row(), column) : QVariant();
    case Qt::DecorationRole:
        return column == RunColumn::Status ? QVariant(statusIcon(run.status)) : QVariant();
    case Qt::ToolTipRole:
        return toolTip(index.row(), column);
    case Qt::TextAlignmentRole:
        return QVariant((isNumeric(column) ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    case SortRole:
        return isNumeric(column) || column == RunColumn::Status || column == RunColumn::Sparkline
                   ? QVariant(number(index.row(), column))
                   : QVariant(displayText(index.row(), column));
    case CurveRole:
        return QVariant::fromValue(QList<double>(run.validationLosses.begin(), run.validationLosses.end()));
    default:
        return {};
    }
}

QVariant RunTableModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal) {
        return {};
    }
    const auto column = static_cast<RunColumn>(section);
    switch (role) {
    case Qt::DisplayRole:
        return titleOf(column);
    case Qt::ToolTipRole:
        return descriptionOf(column);
    case Qt::TextAlignmentRole:
        return QVariant((isNumeric(column) ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    default:
        return {};
    }
}

Qt::ItemFlags RunTableModel::flags(const QModelIndex& index) const {
    if (!index.isValid()) {
        return Qt::NoItemFlags;
    }
    const Qt::ItemFlags flags = Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemNeverHasChildren;
    return isText(static_cast<RunColumn>(index.column())) ? flags | Qt::ItemIsEditable : flags;
}

bool RunTableModel::setData(const QModelIndex& index, const QVariant& value, int role) {
    const auto column = static_cast<RunColumn>(index.column());
    if (role != Qt::EditRole || !isText(column)) {
        return false;
    }
    if (column == RunColumn::Tags) {
        const std::vector<std::string> tags = splitTags(value.toString());
        if (tags == runAt(index.row()).tags) {
            return false;
        }
        Q_EMIT tagsRequested(runAt(index.row()).id, tags);
        return true;
    }
    const QString name = value.toString().trimmed();
    if (name.isEmpty() || name == displayText(index.row(), RunColumn::Name)) {
        return false;
    }
    Q_EMIT renameRequested(runAt(index.row()).id, name);
    return true;
}

QString titleOf(RunColumn column) {
    switch (column) {
    case RunColumn::Status:
        return RunTableModel::tr("Status");
    case RunColumn::Number:
        return RunTableModel::tr("Run");
    case RunColumn::Name:
        return RunTableModel::tr("Name");
    case RunColumn::ValidationLoss:
        return RunTableModel::tr("Val. loss");
    case RunColumn::ValidationAccuracy:
        return RunTableModel::tr("Accuracy");
    case RunColumn::Precision:
        return RunTableModel::tr("Precision");
    case RunColumn::Recall:
        return RunTableModel::tr("Recall");
    case RunColumn::F1:
        return RunTableModel::tr("F1");
    case RunColumn::Sparkline:
        return RunTableModel::tr("Loss curve");
    case RunColumn::Started:
        return RunTableModel::tr("Started");
    case RunColumn::Duration:
        return RunTableModel::tr("Duration");
    case RunColumn::Backbone:
        return RunTableModel::tr("Backbone");
    case RunColumn::Loss:
        return RunTableModel::tr("Loss");
    case RunColumn::Sampler:
        return RunTableModel::tr("Sampler");
    case RunColumn::LabelIou:
        return RunTableModel::tr("IoU threshold");
    case RunColumn::Tags:
        break;
    }
    return RunTableModel::tr("Tags");
}

QString descriptionOf(RunColumn column) {
    switch (column) {
    case RunColumn::Status:
        return RunTableModel::tr("Where the run stands.");
    case RunColumn::Number:
        return RunTableModel::tr("The number by which the command line knows the run.");
    case RunColumn::Name:
        return RunTableModel::tr("The name that you gave the run.");
    case RunColumn::ValidationLoss:
        return RunTableModel::tr(
            "The lowest validation loss of the run; the other figures are of the same epoch.");
    case RunColumn::ValidationAccuracy:
        return RunTableModel::tr("The share of validation proposals that were classified correctly.");
    case RunColumn::Precision:
        return RunTableModel::tr("The share of proposals called crack that are cracks.");
    case RunColumn::Recall:
        return RunTableModel::tr("The share of cracks that were called crack.");
    case RunColumn::F1:
        return RunTableModel::tr("The harmonic mean of precision and recall of crack.");
    case RunColumn::Sparkline:
        return RunTableModel::tr("The validation loss by epoch; the dot is its lowest value.");
    case RunColumn::Started:
        return RunTableModel::tr("When the run started, in your time zone.");
    case RunColumn::Duration:
        return RunTableModel::tr("How long the run took, or has been running, without its pauses.");
    case RunColumn::Backbone:
        return RunTableModel::tr("The network that was fine-tuned.");
    case RunColumn::Loss:
        return RunTableModel::tr("What the training minimised.");
    case RunColumn::Sampler:
        return RunTableModel::tr("How an epoch went through the training proposals.");
    case RunColumn::LabelIou:
        return RunTableModel::tr("The IoU above which a proposal counted as crack.");
    case RunColumn::Tags:
        break;
    }
    return RunTableModel::tr("The tags that you gave the run.");
}

bool isNumeric(RunColumn column) {
    switch (column) {
    case RunColumn::Number:
    case RunColumn::ValidationLoss:
    case RunColumn::ValidationAccuracy:
    case RunColumn::Precision:
    case RunColumn::Recall:
    case RunColumn::F1:
    case RunColumn::Started:
    case RunColumn::Duration:
    case RunColumn::LabelIou:
        return true;
    default:
        return false;
    }
}

} // namespace fissure::ui
