#include "ui/common/AxisTicks.h"

#include <algorithm>
#include <cmath>

namespace fissure::ui {

namespace {

/// Rounding errors must not make a step of 0.2 one of 0.5.
constexpr double kTolerance = 1e-9;
/// Widening a range may ask for a larger step, which widens it again; more than a few times it does not.
constexpr int kSnaps = 4;

} // namespace

AxisTicks AxisTicks::of(double low, double high, int count) {
    const double raw = (high - low) / std::max(1, count);
    const double power = std::floor(std::log10(raw));
    const double magnitude = std::pow(10.0, power);
    const double ratio = raw / magnitude;
    AxisTicks ticks;
    ticks.decimals = std::max(0, -static_cast<int>(power));
    if (ratio <= 1.0 + kTolerance) {
        ticks.step = magnitude;
    } else if (ratio <= 2.0 + kTolerance) {
        ticks.step = 2.0 * magnitude;
    } else if (ratio <= 5.0 + kTolerance) {
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
        range =
            low == 0.0 ? AxisRange{-0.5, 0.5} : AxisRange{std::min(0.0, 2.0 * low), std::max(0.0, 2.0 * low)};
    }
    double step = AxisTicks::of(range.low, range.high, ticks).step;
    AxisRange widened = range;
    for (int i = 0; i < kSnaps; ++i) {
        widened = {std::floor(range.low / step + kTolerance) * step,
                   std::ceil(range.high / step - kTolerance) * step};
        const double needed = AxisTicks::of(widened.low, widened.high, ticks).step;
        if (needed <= step * (1.0 + kTolerance)) {
            break;
        }
        step = needed;
    }
    return widened;
}

AxisRange AxisRange::scaledAbout(double centre, double factor) const {
    return {centre - (centre - low) * factor, centre + (high - centre) * factor};
}

} // namespace fissure::ui
