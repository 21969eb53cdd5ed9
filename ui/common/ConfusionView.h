#pragma once

#include "core/metrics/ConfusionMatrix.h"

#include <QWidget>

#include <optional>

namespace fissure::ui {

/// The confusion matrix as two rows (true label) of two columns (prediction): counts, and their share of the
/// row.
class ConfusionView final : public QWidget {
    Q_OBJECT

public:
    explicit ConfusionView(QWidget* parent = nullptr);

    /// Nothing shows dashes.
    void setMatrix(const std::optional<ConfusionMatrix>& matrix);
    const std::optional<ConfusionMatrix>& matrix() const { return m_matrix; }

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    struct Cell;
    void paintHeaders(QPainter& painter, const QRectF& cells) const;
    void paintCell(QPainter& painter, const QRectF& rect, const Cell& cell) const;

    std::optional<ConfusionMatrix> m_matrix;
};

} // namespace fissure::ui
