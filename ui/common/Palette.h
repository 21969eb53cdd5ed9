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
    OnPrimary, ///< icon of the one primary button of a page
    Crack,     ///< the labels: neutral, because a label is neither right nor wrong
    NoCrack,
};

/// True where the palette's window is darker than its text.
bool isDark(const QPalette& palette);

/// The colour for widgets of that palette; lightened where it is dark.
QColor colorOf(Meaning meaning, const QPalette& palette);

/// For a label among widgets of that palette: its text has the colour, and is as grey as all others while the
/// label is disabled. To be made anew when the theme has changed.
QPalette textPalette(Meaning meaning, const QPalette& palette);

/// Colours for things of one kind, told apart by a number from 0; from kNumberedColors on they repeat. A dash
/// or a text goes with them.
inline constexpr int kNumberedColors = 8;
QColor numberedColor(int number, const QPalette& palette);

/// Two colours mixed: 0 is the first, 1 the second.
QColor blended(const QColor& first, const QColor& second, double share);

} // namespace fissure::ui
