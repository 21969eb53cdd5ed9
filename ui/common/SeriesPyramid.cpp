#include "ui/common/SeriesPyramid.h"

#include <algorithm>
#include <bit>
#include <cmath>

namespace fissure::ui {

namespace {

bool isFinite(const QPointF& point) {
    return std::isfinite(point.x()) && std::isfinite(point.y());
}

bool isLeftOf(const QPointF& a, const QPointF& b) {
    return a.x() < b.x();
}

} // namespace

void SeriesPyramid::append(double x, double y) {
    if (!isFinite({x, y})) {
        return;
    }
    Q_ASSERT(m_points.empty() || x >= m_points.back().x());
    const auto index = static_cast<std::uint32_t>(m_points.size());
    m_points.emplace_back(x, y);
    for (std::size_t level = 0; level < m_levels.size(); ++level) {
        auto& buckets = m_levels[level];
        const std::size_t bucket = index >> (level + 1);
        if (bucket == buckets.size()) {
            buckets.push_back({index, index});
        } else {
            buckets[bucket] = merged(buckets[bucket], {index, index});
        }
    }
    const std::size_t count = m_points.size();
    if (count > 1 && std::has_single_bit(count)) {
        m_levels.push_back({extremes(0, count)});
    }
}

void SeriesPyramid::assign(std::vector<QPointF> points) {
    clear();
    std::erase_if(points, [](const QPointF& point) { return !isFinite(point); });
    std::ranges::stable_sort(points, isLeftOf);
    m_points.reserve(points.size());
    for (const QPointF& point : points) {
        append(point.x(), point.y());
    }
}

void SeriesPyramid::clear() {
    m_points.clear();
    m_levels.clear();
}

QList<QPointF> SeriesPyramid::visible(double x0, double x1, int columns) const {
    const std::size_t first = lowerBound(x0);
    const std::size_t last = upperBound(x1, first);
    QList<QPointF> shown;
    shown.reserve(std::min<qsizetype>(static_cast<qsizetype>(last - first), qsizetype{2} * columns) + 2);
    if (first > 0) {
        shown.append(m_points[first - 1]);
    }
    std::size_t begin = first;
    for (int column = 0; column < columns && begin < last; ++column) {
        const double right = x0 + (x1 - x0) * (column + 1) / columns;
        const std::size_t end = column + 1 == columns ? last : std::min(last, upperBound(right, begin));
        if (begin == end) {
            continue;
        }
        const Extremes range = extremes(begin, end);
        shown.append(m_points[std::min(range.lowest, range.highest)]);
        if (range.lowest != range.highest) {
            shown.append(m_points[std::max(range.lowest, range.highest)]);
        }
        begin = end;
    }
    if (last < m_points.size()) {
        shown.append(m_points[last]);
    }
    return shown;
}

std::optional<std::pair<double, double>> SeriesPyramid::yRange(double x0, double x1) const {
    const std::size_t first = lowerBound(x0);
    const std::size_t last = upperBound(x1, first);
    if (first >= last) {
        return std::nullopt;
    }
    const Extremes range = extremes(first, last);
    return std::pair{m_points[range.lowest].y(), m_points[range.highest].y()};
}

std::optional<QPointF> SeriesPyramid::nearest(double x) const {
    if (m_points.empty()) {
        return std::nullopt;
    }
    const std::size_t right = lowerBound(x);
    if (right == 0) {
        return m_points.front();
    }
    if (right == m_points.size() || x - m_points[right - 1].x() <= m_points[right].x() - x) {
        return m_points[right - 1];
    }
    return m_points[right];
}

SeriesPyramid::Extremes SeriesPyramid::merged(Extremes first, Extremes second) const {
    return {m_points[second.lowest].y() < m_points[first.lowest].y() ? second.lowest : first.lowest,
            m_points[second.highest].y() > m_points[first.highest].y() ? second.highest : first.highest};
}

/// Of the points [first, last), at least one: the widest whole buckets that fit, from left to right.
SeriesPyramid::Extremes SeriesPyramid::extremes(std::size_t first, std::size_t last) const {
    Extremes range{static_cast<std::uint32_t>(first), static_cast<std::uint32_t>(first)};
    while (first < last) {
        const int fitting = std::bit_width(last - first) - 1;
        const int aligned = first == 0 ? fitting : std::countr_zero(first);
        const int level = std::min({fitting, aligned, static_cast<int>(m_levels.size())});
        const auto index = static_cast<std::uint32_t>(first);
        range = merged(range, level == 0 ? Extremes{index, index}
                                         : m_levels[static_cast<std::size_t>(level - 1)][first >> level]);
        first += std::size_t{1} << level;
    }
    return range;
}

std::size_t SeriesPyramid::lowerBound(double x) const {
    const auto found = std::ranges::lower_bound(m_points, QPointF(x, 0.0), isLeftOf);
    return static_cast<std::size_t>(found - m_points.begin());
}

std::size_t SeriesPyramid::upperBound(double x, std::size_t from) const {
    const auto found = std::upper_bound(m_points.begin() + static_cast<std::ptrdiff_t>(from), m_points.end(),
                                        QPointF(x, 0.0), isLeftOf);
    return static_cast<std::size_t>(found - m_points.begin());
}

} // namespace fissure::ui
