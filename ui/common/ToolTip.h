#pragma once

#include <QString>

namespace fissure::ui {

/// A text of the user's (a name, a path) as a tool tip that shows it as it stands: Qt would take what looks
/// like HTML for it.
QString plainToolTip(const QString& text);

} // namespace fissure::ui
