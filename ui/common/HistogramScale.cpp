#include "ui/common/HistogramScale.h"

#include <algorithm>
#include <cmath>

namespace fissure::ui {

namespace {

/// From there on the highest bar of the rarer label is two or three pixels high.
constexpr std::int64_t kReadable = 50;
/// What lies at the bottom of a logarithmic axis: below 1, so that a single proposal has a bar.
constexpr double kBottom = 0.5;

} // namespace

HistogramScale::HistogramScale(const IouHistogram& histogram) {
    std::int64_t highestBand = 0;
    std::int64_t highestNoCrack = 0;
    std::int64_t highestCrack = 0;
    for (int band = 0; band < IouHistogram::kBands; ++band) {
        highestBand = std::max<std::int64_t>(highestBand, histogram.noCrack[band] + histogram.crack[band]);
        highestNoCrack = std::max<std::int64_t>(highestNoCrack, histogram.noCrack[band]);
        highestCrack = std::max<std::int64_t>(highestCrack, histogram.crack[band]);
    }
    const auto [rarer, commoner] = std::minmax(highestNoCrack, highestCrack);
    m_isLogarithmic = rarer > 0 && highestBand > kReadable * rarer;
    m_highest = std::max<std::int64_t>(1, m_isLogarithmic ? commoner : highestBand);
}

double HistogramScale::heightOf(std::int64_t count) const {
    if (count <= 0) {
        return 0.0;
    }
    const auto value = static_cast<double>(count);
    const auto highest = static_cast<double>(m_highest);
    return m_isLogarithmic ? std::log(value / kBottom) / std::log(highest / kBottom) : value / highest;
}

std::vector<HistogramScale::Tick> HistogramScale::ticks() const {
    if (m_isLogarithmic) {
        std::vector<Tick> ticks;
        for (std::int64_t decade = 1; decade <= m_highest; decade *= 10) {
            ticks.push_back({decade, heightOf(decade)});
        }
        return ticks;
    }
    const auto middle = m_highest % 2 == 0 ? std::optional(m_highest / 2) : std::nullopt;
    return {{0, 0.0}, {middle, 0.5}, {m_highest, 1.0}};
}

} // namespace fissure::ui
