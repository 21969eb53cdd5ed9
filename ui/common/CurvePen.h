#pragma once

#include "ui/common/CurveChart.h"
#include "ui/common/Palette.h"

#include <QPen>

namespace fissure::ui {

inline constexpr double kMarkPx = 6.0;

/// How a series is drawn, in the chart as in its legend.
inline QPen penOf(Meaning meaning, SeriesStyle style, const QPalette& palette) {
    const QColor colour = colorOf(meaning, palette);
    switch (style) {
    case SeriesStyle::Faint:
        return QPen(blended(colorOf(Meaning::Surface, palette), colour, 0.4), 1.0);
    case SeriesStyle::Dashed:
        return QPen(colour, 2.0, Qt::DashLine);
    case SeriesStyle::Bold:
    case SeriesStyle::BoldMarked:
        break;
    }
    return QPen(colour, 2.0);
}

/// Of a series over its own raw points, and of those under it.
inline QPen smoothPenOf(Meaning meaning, const QPalette& palette) {
    return QPen(blended(colorOf(Meaning::Surface, palette), colorOf(meaning, palette), 0.75), 1.5);
}
inline QPen palePenOf(Meaning meaning, const QPalette& palette) {
    return QPen(blended(colorOf(Meaning::Surface, palette), colorOf(meaning, palette), 0.2), 1.0);
}

inline bool hasMarks(SeriesStyle style) {
    return style == SeriesStyle::BoldMarked || style == SeriesStyle::Dashed;
}

} // namespace fissure::ui
