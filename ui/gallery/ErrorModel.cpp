#include "ui/gallery/ErrorModel.h"

#include "core/metrics/ClassificationReport.h"
#include "ui/common/ToolTip.h"
#include "ui/gallery/MarkText.h"

#include <QDir>

#include <algorithm>

namespace fissure::ui {

namespace {

bool isWithinRanges(const ErrorFilter& filter, const Prediction& prediction) {
    // Written so that a diverged run's probabilities, which are no numbers, stay in.
    return !(prediction.iou < filter.lowestIou) && !(prediction.iou > filter.highestIou) &&
           !(prediction.probability < filter.lowestProbability) &&
           !(prediction.probability > filter.highestProbability);
}

bool isChosen(OutcomeChoice choice, Outcome outcome) {
    switch (choice) {
    case OutcomeChoice::Misclassified:
        return isWrong(outcome);
    case OutcomeChoice::FalsePositives:
        return outcome == Outcome::FalsePositive;
    case OutcomeChoice::FalseNegatives:
        return outcome == Outcome::FalseNegative;
    case OutcomeChoice::All:
        break;
    }
    return true;
}

QString toolTip(const Prediction& prediction, std::optional<Mark> mark) {
    const QString file = QString::fromStdString(prediction.file);
    return plainToolTip(mark ? file + QLatin1Char('\n') + MarkText::meaning(*mark) : file);
}

QString accessibleText(const Prediction& prediction, Outcome outcome, std::optional<Mark> mark) {
    const QString text =
        ErrorModel::tr("%1, IoU %2, probability of crack %3, %4")
            .arg(OutcomeText::title(outcome), OutcomeText::fraction(prediction.iou),
                 OutcomeText::fraction(prediction.probability), QString::fromStdString(prediction.file));
    return mark ? ErrorModel::tr("%1, %2", "a proposal, its mark").arg(text, MarkText::title(*mark)) : text;
}

QVariant markValue(std::optional<Mark> mark) {
    return mark ? QVariant(static_cast<int>(*mark)) : QVariant();
}

void count(OutcomeCounts& counts, Outcome outcome) {
    if (outcome == Outcome::FalsePositive) {
        ++counts.falsePositives;
    } else if (outcome == Outcome::FalseNegative) {
        ++counts.falseNegatives;
    } else {
        ++counts.correct;
    }
}

} // namespace

ErrorModel::ErrorModel(QObject* parent) : QAbstractListModel(parent) {}

int ErrorModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

QVariant ErrorModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid)) {
        return {};
    }
    const Prediction& shown = prediction(index.row());
    switch (role) {
    case Qt::DisplayRole:
    case FileRole:
        return QString::fromStdString(shown.file);
    case Qt::ToolTipRole:
        return toolTip(shown, mark(index.row()));
    case Qt::AccessibleTextRole:
        return accessibleText(shown, outcome(index.row()), mark(index.row()));
    case PathRole:
        return path(index.row());
    case OutcomeRole:
        return static_cast<int>(outcome(index.row()));
    case IouRole:
        return shown.iou;
    case ProbabilityRole:
        return shown.probability;
    case ChangeRole:
        return OutcomeText::change(shown, m_filter.threshold);
    case MarkRole:
        return markValue(mark(index.row()));
    default:
        return {};
    }
}

ConfusionMatrix ErrorModel::confusion() const {
    return countAt(m_predictions, m_filter.threshold);
}

const Prediction& ErrorModel::prediction(int row) const {
    Q_ASSERT(row >= 0 && row < rowCount());
    return m_predictions[static_cast<std::size_t>(m_rows[static_cast<std::size_t>(row)])];
}

Outcome ErrorModel::outcome(int row) const {
    return outcomeOf(prediction(row), m_filter.threshold);
}

std::optional<Mark> ErrorModel::mark(int row) const {
    return markOf(m_marks, prediction(row).file);
}

QString ErrorModel::path(int row) const {
    return QDir(m_folder).filePath(QString::fromStdString(prediction(row).file));
}

std::optional<int> ErrorModel::rowOf(const std::string& file) const {
    const auto found = std::ranges::find_if(m_rows, [this, &file](int index) {
        return m_predictions[static_cast<std::size_t>(index)].file == file;
    });
    if (found == m_rows.end()) {
        return std::nullopt;
    }
    return static_cast<int>(found - m_rows.begin());
}

void ErrorModel::setPredictions(std::vector<Prediction> predictions, const QString& folder, double labelIou) {
    beginResetModel();
    m_predictions = std::move(predictions);
    m_folder = folder;
    m_labelIou = labelIou > 0.0 ? labelIou : kReferenceLabelIou;
    m_rows = arrange();
    endResetModel();
}

void ErrorModel::setFilter(const ErrorFilter& filter) {
    if (filter == m_filter) {
        return;
    }
    beginResetModel();
    m_filter = filter;
    m_rows = arrange();
    endResetModel();
}

void ErrorModel::setMarks(const Marks& marks) {
    if (marks == m_marks) {
        return;
    }
    m_marks = marks;
    std::vector<int> rows = arrange();
    if (rows != m_rows) {
        beginResetModel();
        m_rows = std::move(rows);
        endResetModel();
    } else if (!m_rows.empty()) {
        Q_EMIT dataChanged(index(0), index(rowCount() - 1));
    }
}

std::vector<int> ErrorModel::arrange() {
    m_counts = {};
    m_markCounts = {};
    std::vector<int> rows;
    for (std::size_t i = 0; i < m_predictions.size(); ++i) {
        const Prediction& candidate = m_predictions[i];
        if (!isWithinRanges(m_filter, candidate)) {
            continue;
        }
        const Outcome outcome = outcomeOf(candidate, m_filter.threshold);
        const auto mark = markOf(m_marks, candidate.file);
        const bool hasMark = isChosen(m_filter.marks, mark);
        const bool hasOutcome = isChosen(m_filter.outcomes, outcome);
        if (hasMark) {
            count(m_counts, outcome);
        }
        if (hasOutcome) {
            m_markCounts.add(mark);
        }
        if (hasMark && hasOutcome) {
            rows.push_back(static_cast<int>(i));
        }
    }
    std::ranges::sort(rows, [this](int left, int right) {
        return comesBefore(m_predictions[static_cast<std::size_t>(left)],
                           m_predictions[static_cast<std::size_t>(right)], m_filter.order, m_filter.threshold,
                           m_labelIou);
    });
    return rows;
}

} // namespace fissure::ui
