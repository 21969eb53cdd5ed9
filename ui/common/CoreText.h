#pragma once

#include "core/base/Text.h"

#include <QString>

namespace fissure::ui {

/// A text of core in the user's language. Texts that the store has kept are English without their patterns:
/// of those, what is a whole pattern is translated, and the rest is shown as it stands.
QString coreText(const Text& text);

} // namespace fissure::ui
