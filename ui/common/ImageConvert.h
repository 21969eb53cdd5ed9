#pragma once

#include "core/data/Image.h"

#include <QImage>

namespace fissure::ui {

/// A copy of the pixels; a null image for an empty one.
QImage toQImage(const Image& image);

} // namespace fissure::ui
