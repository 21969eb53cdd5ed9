#pragma once

namespace fissure::ui {

/// How an axis is divided.
struct AxisTicks {
    double step = 1.0; ///< 1, 2 or 5 times a power of ten
    int decimals = 0;  ///< that its labels need

    /// At most `count` parts of [low, high], low < high.
    static AxisTicks of(double low, double high, int count);
};

/// A range of an axis.
struct AxisRange {
    double low = 0.0;
    double high = 1.0;

    bool operator==(const AxisRange&) const = default;
    double span() const { return high - low; }

    /// Widened to whole steps, so that an axis that follows live data moves seldom. A range without extent
    /// goes from 0 to twice its value, which has few and round steps.
    AxisRange snapped(int ticks) const;
    /// Scaled about a point that stays in its place; factor below 1 zooms in.
    AxisRange scaledAbout(double centre, double factor) const;
};

} // namespace fissure::ui
