#pragma once

#include <QPalette>

class QApplication;
class QPushButton;

namespace fissure::ui {

enum class ThemeChoice { System, Light, Dark };

QPalette lightPalette();
QPalette darkPalette();

/// Sets style, palettes and style sheet of the whole program; may be called again at any time. What System
/// means is told: SystemTheme knows it.
void applyTheme(QApplication& application, ThemeChoice choice, bool systemIsDark = false);

/// Marks the one button of a page that does what the page is for. Its icon takes Meaning::OnPrimary.
void makePrimary(QPushButton& button);

} // namespace fissure::ui
