#pragma once

#include <QWidget>

#include <vector>

namespace fissure::ui {

/// What the boxes on a photograph mean: the colours from IoU 0 to 1 with the threshold marked on them, and
/// the lines of crack, no crack and ground truth.
class IouLegend final : public QWidget {
    Q_OBJECT

public:
    explicit IouLegend(QWidget* parent = nullptr);

    void setThreshold(double threshold);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    struct Entry;
    static std::vector<Entry> entries();
    int rampWidth() const;
    void paintRamp(QPainter& painter, const QRectF& ramp) const;

    double m_threshold = 0.5;
};

} // namespace fissure::ui
