#pragma once

#include "ui/common/Palette.h"

#include <QIcon>

class QPainter;
class QRect;

namespace fissure::ui {

/// A Lucide icon by its name ("circle-play"), one of those in resources/icons. Drawn when it is painted, so
/// it is crisp at any scale and follows the application's palette. A name without a file is a bug.
QIcon icon(const char* lucideName);

/// The same in the colour of a meaning.
QIcon icon(const char* lucideName, Meaning meaning);

/// The sign of a picture that cannot be read, in the middle of its frame.
void paintMissingPicture(QPainter& painter, const QRect& frame);

} // namespace fissure::ui
