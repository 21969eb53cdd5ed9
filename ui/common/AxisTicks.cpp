#include "ui/common/AxisTicks.h"

#include <algorithm>
#include <cmath>

namespace fissure::ui {

AxisTicks AxisTicks::of(double low, double high, int count) {
    const double raw = (high - low) / std::max(1, count);
    const double power = std::floor(std::log10(raw));
    const double magnitude = std::pow(10.0, power);
    const double ratio = raw / magnitude;
    AxisTicks ticks;
    ticks.decimals = std::max(0, -static_cast<int>(power));
    if (ratio < 1.5) {
        ticks.step = magnitude;
    } else if (ratio < 3.5) {
        ticks.step = 2.0 * magnitude;
    } else if (ratio < 7.5) {
        ticks.step = 5.0 * magnitude;
    } else {
        ticks.step = 10.0 * magnitude;
        ticks.decimals = std::max(0, ticks.decimals - 1);
    }
    return ticks;
}

AxisRange AxisRange::snapped(int ticks) const {
    AxisRange range = *this;
    if (!(range.span() > 0.0)) {
        const double half = low == 0.0 ? 0.5 : std::fabs(low) * 0.1;
        range = {low - half, low + half};
    }
    const double step = AxisTicks::of(range.low, range.high, ticks).step;
    return {std::floor(range.low / step + 1e-9) * step, std::ceil(range.high / step - 1e-9) * step};
}

AxisRange AxisRange::scaledAbout(double centre, double factor) const {
    return {centre - (centre - low) * factor, centre + (high - centre) * factor};
}

} // namespace fissure::ui
