#pragma once

#include <QFont>
#include <QString>

class QLabel;

namespace fissure::ui {

/// The font of titles and of values that stand out: demi-bold, in that multiple of the text's size.
QFont headingFont(QFont font, double scale = 1.0);

/// The title of a part of a page.
QLabel* makeHeading(const QString& text);

} // namespace fissure::ui
