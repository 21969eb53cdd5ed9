#pragma once

#include "ui/common/SeriesPyramid.h"

namespace fissure::ui {

/// The points of one curve, and the same curve smoothed: the exponential moving average with the bias of its
/// start taken out, as TensorBoard draws it.
class CurveSeries {
public:
    void append(double x, double y);
    void assign(std::vector<QPointF> points);
    void clear();
    /// Weight of what came before, in [0, 1); 0 does not smooth.
    void setSmoothing(double weight);

    bool isSmoothed() const { return m_weight > 0.0; }
    const SeriesPyramid& raw() const { return m_raw; }
    /// As many points as raw(); empty where nothing is smoothed.
    const SeriesPyramid& smoothed() const { return m_smoothed; }

private:
    void smoothAgain();
    double next(double y);

    SeriesPyramid m_raw;
    SeriesPyramid m_smoothed;
    double m_weight = 0.0;
    double m_average = 0.0;
    double m_bias = 1.0; ///< weight to the power of the number of points
};

} // namespace fissure::ui
