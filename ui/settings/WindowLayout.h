#pragma once

class QWidget;

namespace fissure::ui {

class Settings;

/// Stores the geometry of a window and the place of every splitter in it that has an object name.
void saveLayout(const QWidget& window, Settings& settings);

/// Brings back what saveLayout stored; what was never stored keeps its default.
void restoreLayout(QWidget& window, const Settings& settings);

} // namespace fissure::ui
