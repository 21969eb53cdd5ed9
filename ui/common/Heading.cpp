#include "ui/common/Heading.h"

#include <QLabel>

namespace fissure::ui {

QFont headingFont(QFont font, double scale) {
    font.setPointSizeF(font.pointSizeF() * scale);
    font.setWeight(QFont::DemiBold);
    return font;
}

QLabel* makeHeading(const QString& text) {
    auto* heading = new QLabel(text);
    heading->setFont(headingFont(heading->font()));
    return heading;
}

} // namespace fissure::ui
