#pragma once

#include <QColor>
#include <QPalette>

namespace fissure::ui {

/// What a colour says, the same on every page. Colour-blind-safe (Okabe and Ito); it never stands alone, a
/// shape, a dash or a text goes with it.
enum class Meaning {
    Training,
    Validation,
    FalsePositive,
    FalseNegative,
    Correct,
    GroundTruth,
    Accent,
    Error,
    Warning,
    Success,
    Muted,     ///< text of second rank
    Separator, ///< lines between parts, grids of charts
    Surface,   ///< ground of charts and of what stands out from the window
};

/// True where the palette's window is darker than its text.
bool isDark(const QPalette& palette);

/// The colour for widgets of that palette; lightened where it is dark.
QColor colorOf(Meaning meaning, const QPalette& palette);

/// Two colours mixed: 0 is the first, 1 the second.
QColor blended(const QColor& first, const QColor& second, double share);

} // namespace fissure::ui
