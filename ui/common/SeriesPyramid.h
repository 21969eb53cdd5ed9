#pragma once

#include <QList>
#include <QPointF>

#include <cstdint>
#include <optional>
#include <utility>
#include <vector>

namespace fissure::ui {

/// The points of one curve with the lowest and highest of every 2, 4, 8, ... neighbours, so that a window of
/// any size is drawn from few points without losing a spike.
class SeriesPyramid {
public:
    /// O(log n). x must not be smaller than that of the point before. Points that are not finite are left
    /// out.
    void append(double x, double y);
    /// Replaces all points; they are brought into the order of x.
    void assign(std::vector<QPointF> points);
    void clear();

    bool isEmpty() const { return m_points.empty(); }
    std::size_t size() const { return m_points.size(); }
    /// The raw points in the order of x.
    const std::vector<QPointF>& points() const { return m_points; }

    /// What to draw of [x0, x1] on that many pixel columns: the lowest and the highest point of each column,
    /// in the order of x, so at most two a column; and the next point on either side, so that lines reach the
    /// edges.
    QList<QPointF> visible(double x0, double x1, int columns) const;
    /// Lowest and highest y within [x0, x1]; nothing where no point lies in it.
    std::optional<std::pair<double, double>> yRange(double x0, double x1) const;
    /// The raw point nearest to x.
    std::optional<QPointF> nearest(double x) const;

private:
    struct Extremes {
        std::uint32_t lowest;
        std::uint32_t highest;
    };

    Extremes merged(Extremes first, Extremes second) const;
    Extremes extremes(std::size_t first, std::size_t last) const;
    std::size_t lowerBound(double x) const;
    std::size_t upperBound(double x, std::size_t from) const;

    std::vector<QPointF> m_points;
    std::vector<std::vector<Extremes>>
        m_levels; ///< m_levels[k][i]: of the points [i << (k + 1), (i + 1) << (k + 1))
};

} // namespace fissure::ui
