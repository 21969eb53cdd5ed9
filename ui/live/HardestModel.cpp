#include "ui/live/HardestModel.h"

#include "ui/common/Format.h"
#include "ui/common/RunText.h"
#include "ui/common/ThumbnailCache.h"

#include <QDir>

#include <algorithm>
#include <tuple>

namespace fissure::ui {

HardestModel::HardestModel(ThumbnailCache& cache, QObject* parent)
    : QAbstractListModel(parent)
    , m_cache(cache) {
    connect(&cache, &ThumbnailCache::loaded, this, &HardestModel::refreshPath);
    connect(&cache, &ThumbnailCache::failed, this, &HardestModel::refreshPath);
}

int HardestModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_hardest.size());
}

QVariant HardestModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid)) {
        return {};
    }
    const Prediction& prediction = m_hardest[static_cast<std::size_t>(index.row())];
    const QString path = pathOf(prediction);
    switch (role) {
    case Qt::DisplayRole:
        return tr("IoU %1  p %2")
            .arg(OutcomeText::fraction(prediction.iou), OutcomeText::fraction(prediction.probability));
    case Qt::DecorationRole: {
        QImage image = m_cache.find(path);
        if (image.isNull() && !m_cache.hasFailed(path)) {
            m_cache.request(path);
        }
        return image;
    }
    case Qt::ToolTipRole:
    case Qt::AccessibleTextRole:
        return tr("%1\nlabel %2, predicted %3, loss %4")
            .arg(QString::fromStdString(prediction.file), labelText(prediction.label),
                 labelText(prediction.predicted(m_threshold)), lossText(prediction.loss));
    case IouRole:
        return prediction.iou;
    case ProbabilityRole:
        return prediction.probability;
    case LossRole:
        return prediction.loss;
    case OutcomeRole:
        return static_cast<int>(outcomeOf(prediction, m_threshold));
    case MissingRole:
        return m_cache.hasFailed(path);
    default:
        return {};
    }
}

void HardestModel::setPredictions(const std::vector<Prediction>& predictions, const QString& folder,
                                  double threshold) {
    beginResetModel();
    m_folder = folder;
    m_threshold = threshold;
    m_hardest.resize(std::min(predictions.size(), static_cast<std::size_t>(kMaximum)));
    std::ranges::partial_sort_copy(predictions, m_hardest, [](const Prediction& a, const Prediction& b) {
        return std::tie(b.loss, a.file) < std::tie(a.loss, b.file);
    });
    endResetModel();
}

void HardestModel::clear() {
    setPredictions({}, {}, m_threshold);
}

QString HardestModel::pathOf(const Prediction& prediction) const {
    return QDir(m_folder).filePath(QString::fromStdString(prediction.file));
}

void HardestModel::refreshPath(const QString& path) {
    for (int row = 0; row < rowCount(); ++row) {
        if (pathOf(m_hardest[static_cast<std::size_t>(row)]) == path) {
            Q_EMIT dataChanged(index(row), index(row), {Qt::DecorationRole, MissingRole});
        }
    }
}

} // namespace fissure::ui
