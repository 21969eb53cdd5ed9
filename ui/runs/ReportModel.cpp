#include "ui/runs/ReportModel.h"

#include "ui/common/Format.h"
#include "ui/common/RunText.h"

#include <QFont>

namespace fissure::ui {

namespace {

const ClassFigures& figuresOf(const ClassificationReport& report, ReportModel::Row row) {
    switch (row) {
    case ReportModel::Row::NoCrack:
        return report.noCrack;
    case ReportModel::Row::Crack:
        return report.crack;
    case ReportModel::Row::MacroAverage:
        return report.macroAverage;
    default:
        return report.weightedAverage;
    }
}

QString nameOf(ReportModel::Row row) {
    switch (row) {
    case ReportModel::Row::NoCrack:
        return labelText(0);
    case ReportModel::Row::Crack:
        return labelText(1);
    case ReportModel::Row::Accuracy:
        return ReportModel::tr("accuracy");
    case ReportModel::Row::MacroAverage:
        return ReportModel::tr("macro average");
    case ReportModel::Row::WeightedAverage:
        break;
    }
    return ReportModel::tr("weighted average");
}

QVariant alignmentOf(ReportModel::Column column) {
    return QVariant((column == ReportModel::Column::Class ? Qt::AlignLeft : Qt::AlignRight) |
                    Qt::AlignVCenter);
}

} // namespace

ReportModel::ReportModel(QObject* parent) : QAbstractTableModel(parent) {}

void ReportModel::setMatrix(const std::optional<ConfusionMatrix>& matrix) {
    beginResetModel();
    m_report = matrix ? std::optional(ClassificationReport::of(*matrix)) : std::nullopt;
    m_total = matrix ? matrix->total() : 0;
    endResetModel();
}

int ReportModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() || !m_report ? 0 : kRows;
}

int ReportModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : kColumns;
}

QString ReportModel::displayText(Row row, Column column) const {
    if (column == Column::Class) {
        return nameOf(row);
    }
    if (row == Row::Accuracy) {
        // As scikit-learn prints it: the one figure stands under F1.
        return column == Column::F1        ? percentText(m_report->accuracy)
               : column == Column::Support ? countText(m_total)
                                           : QString();
    }
    const ClassFigures& figures = figuresOf(*m_report, row);
    switch (column) {
    case Column::Precision:
        return percentText(figures.precision);
    case Column::Recall:
        return percentText(figures.recall);
    case Column::F1:
        return percentText(figures.f1);
    default:
        return countText(figures.support);
    }
}

QVariant ReportModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid() || !m_report) {
        return {};
    }
    const auto row = static_cast<Row>(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return displayText(row, static_cast<Column>(index.column()));
    case Qt::TextAlignmentRole:
        return alignmentOf(static_cast<Column>(index.column()));
    case Qt::FontRole: {
        QFont font;
        font.setBold(row == Row::Crack);
        return font;
    }
    default:
        return {};
    }
}

QVariant ReportModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal) {
        return {};
    }
    const auto column = static_cast<Column>(section);
    if (role == Qt::TextAlignmentRole) {
        return alignmentOf(column);
    }
    if (role != Qt::DisplayRole) {
        return {};
    }
    switch (column) {
    case Column::Class:
        return tr("Class");
    case Column::Precision:
        return tr("Precision");
    case Column::Recall:
        return tr("Recall");
    case Column::F1:
        return tr("F1");
    case Column::Support:
        break;
    }
    return tr("Support");
}

} // namespace fissure::ui
