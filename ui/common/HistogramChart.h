#pragma once

#include "core/data/ProposalIndex.h"

#include <QString>
#include <QWidget>

#include <optional>

namespace fissure::ui {

class HistogramScale;

/// "0.4 – 0.5": a band of an IouHistogram.
QString iouBandText(int band);

/// Proposals by IoU band, no crack below and crack stacked on it, or side by side on a logarithmic axis where
/// the counts are too far apart (see HistogramScale), with a line at the IoU threshold. The labels have
/// neutral colours: those of runs and outcomes mean other things. The count of a band stands in the tool tip.
class HistogramChart final : public QWidget {
    Q_OBJECT
    Q_PROPERTY(double threshold READ thresholdOrZero WRITE setThresholdValue)

public:
    explicit HistogramChart(QWidget* parent = nullptr);

    void setHistogram(const IouHistogram& histogram);
    /// Nothing hides the line. origin says where the threshold comes from, where that is not plain.
    void setThreshold(std::optional<double> threshold, const QString& origin = {});

    const IouHistogram& histogram() const { return m_histogram; }
    std::optional<double> threshold() const { return m_threshold; }

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    bool event(QEvent* event) override;

private:
    double thresholdOrZero() const { return m_threshold.value_or(0.0); }
    void setThresholdValue(double threshold) { setThreshold(threshold); }
    QRectF plotArea() const;
    void paintLegend(QPainter& painter, const HistogramScale& scale) const;
    void paintAxes(QPainter& painter, const QRectF& plot, const HistogramScale& scale) const;
    void paintBars(QPainter& painter, const QRectF& plot, const HistogramScale& scale) const;
    void paintThreshold(QPainter& painter, const QRectF& plot) const;
    QString thresholdText() const;

    IouHistogram m_histogram;
    std::optional<double> m_threshold;
    QString m_thresholdOrigin;
};

} // namespace fissure::ui
