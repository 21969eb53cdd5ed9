#pragma once

#include <QPalette>

class QApplication;
class QPushButton;

namespace fissure::ui {

enum class ThemeChoice { System, Light, Dark };

QPalette lightPalette();
QPalette darkPalette();

/// Sets style, palettes and style sheet of the whole program; may be called again at any time. System follows
/// the desktop's palette as it was when this was first called.
void applyTheme(QApplication& application, ThemeChoice choice);

/// Marks the one button of a page that does what the page is for.
void makePrimary(QPushButton& button);

} // namespace fissure::ui
