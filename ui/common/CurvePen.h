#pragma once

#include "ui/common/CurveChart.h"
#include "ui/common/Palette.h"

#include <QPen>

#include <array>
#include <cstddef>
#include <optional>

namespace fissure::ui {

inline constexpr double kMarkPx = 6.0;

/// How a series tells what it is: by a meaning and a style, or, among curves of one kind, by a number.
struct SeriesLook {
    Meaning meaning = Meaning::Accent;
    SeriesStyle style = SeriesStyle::BoldMarked;
    std::optional<int> number = std::nullopt; ///< in place of the meaning
};

inline QColor colorOf(const SeriesLook& look, const QPalette& palette) {
    return look.number ? numberedColor(*look.number, palette) : colorOf(look.meaning, palette);
}

/// How a series is drawn, in the chart as in its legend.
inline QPen penOf(const SeriesLook& look, const QPalette& palette) {
    constexpr std::array<Qt::PenStyle, 4> kDashes{Qt::SolidLine, Qt::DashLine, Qt::DashDotLine, Qt::DotLine};
    const QColor colour = colorOf(look, palette);
    if (look.number) {
        return QPen(colour, 2.0, kDashes[static_cast<std::size_t>(*look.number) % kDashes.size()]);
    }
    switch (look.style) {
    case SeriesStyle::Faint:
        return QPen(blended(colorOf(Meaning::Surface, palette), colour, 0.65), 1.2);
    case SeriesStyle::Dashed:
        return QPen(colour, 2.0, Qt::DashLine);
    case SeriesStyle::Reference:
        return QPen(colour, 1.0, Qt::DashLine);
    case SeriesStyle::Bold:
    case SeriesStyle::BoldMarked:
        break;
    }
    return QPen(colour, 2.0);
}

/// Of a series over its own raw points, and of those under it.
inline QPen smoothPenOf(const SeriesLook& look, const QPalette& palette) {
    return QPen(blended(colorOf(Meaning::Surface, palette), colorOf(look, palette), 0.75), 1.5);
}
inline QPen palePenOf(const SeriesLook& look, const QPalette& palette) {
    return QPen(blended(colorOf(Meaning::Surface, palette), colorOf(look, palette), 0.2), 1.0);
}

inline bool hasMarks(const SeriesLook& look) {
    return look.style == SeriesStyle::BoldMarked || look.style == SeriesStyle::Dashed;
}

} // namespace fissure::ui
