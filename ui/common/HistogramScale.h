#pragma once

#include "core/data/ProposalIndex.h"

#include <cstdint>
#include <optional>
#include <vector>

namespace fissure::ui {

/// How high the bars of an IoU histogram are. The counts are told in proportion and the labels stacked,
/// unless one label is so rare that none of its bars could be read: then the axis is logarithmic, and the
/// labels of a band stand side by side, since a stack means nothing on such an axis.
class HistogramScale {
public:
    /// A place on the axis of counts.
    struct Tick {
        std::optional<std::int64_t> count; ///< nothing: not to be labelled
        double height = 0.0;
    };

    explicit HistogramScale(const IouHistogram& histogram);

    bool isLogarithmic() const { return m_isLogarithmic; }
    /// In [0, 1], of the height of the plot; 0 only for a count of 0.
    double heightOf(std::int64_t count) const;
    /// From the bottom up.
    std::vector<Tick> ticks() const;

private:
    bool m_isLogarithmic = false;
    std::int64_t m_highest = 1; ///< at the top of the plot
};

} // namespace fissure::ui
