#include "ui/common/CurveSeries.h"

namespace fissure::ui {

void CurveSeries::append(double x, double y) {
    const std::size_t before = m_raw.size();
    m_raw.append(x, y);
    if (isSmoothed() && m_raw.size() > before) {
        m_smoothed.append(x, next(y));
    }
}

void CurveSeries::assign(std::vector<QPointF> points) {
    m_raw.assign(std::move(points));
    smoothAgain();
}

void CurveSeries::clear() {
    m_raw.clear();
    smoothAgain();
}

void CurveSeries::setSmoothing(double weight) {
    m_weight = weight;
    smoothAgain();
}

void CurveSeries::smoothAgain() {
    m_smoothed.clear();
    m_average = 0.0;
    m_bias = 1.0;
    if (!isSmoothed()) {
        return;
    }
    for (const QPointF& point : m_raw.points()) {
        m_smoothed.append(point.x(), next(point.y()));
    }
}

double CurveSeries::next(double y) {
    m_average = m_weight * m_average + (1.0 - m_weight) * y;
    m_bias *= m_weight;
    return m_average / (1.0 - m_bias);
}

} // namespace fissure::ui
