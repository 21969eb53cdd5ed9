#pragma once

#include <QColor>

namespace fissure::ui {

// Colours of what is drawn on photographs. They are the same in both themes: what lies below is the same.

inline QColor groundTruthOnPhotograph() {
    return {0xF0, 0xE4, 0x42};
}

/// The darker line around one that is coloured, so that it is seen on any photograph.
inline QColor outlineOnPhotograph() {
    return {20, 20, 20, 200};
}

} // namespace fissure::ui
