#pragma once

#include "core/metrics/TrainMetrics.h"
#include "ui/common/Outcome.h"

#include <QAbstractListModel>

#include <vector>

namespace fissure::ui {

class ThumbnailCache;

/// The validation proposals of highest loss, hardest first, with their crops.
class HardestModel final : public QAbstractListModel {
    Q_OBJECT

public:
    static constexpr int kMaximum = 48;

    /// Decoration is the crop as a QImage, null until it is loaded; it is asked for when first wanted.
    enum Role {
        IouRole = Qt::UserRole,
        ProbabilityRole,
        LossRole,
        OutcomeRole, ///< int of Outcome
        MissingRole, ///< true where the crop cannot be read
    };

    /// The cache must outlive the model.
    explicit HardestModel(ThumbnailCache& cache, QObject* parent = nullptr);

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;

    /// folder is where the crops are; threshold the probability from which a crack is predicted.
    void setPredictions(const std::vector<Prediction>& predictions, const QString& folder, double threshold);
    void clear();

private:
    QString pathOf(const Prediction& prediction) const;
    void refreshPath(const QString& path);

    ThumbnailCache& m_cache;
    std::vector<Prediction> m_hardest;
    QString m_folder;
    double m_threshold = 0.5;
};

} // namespace fissure::ui
