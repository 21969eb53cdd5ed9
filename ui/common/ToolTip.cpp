#include "ui/common/ToolTip.h"

#include <QTextDocument>

namespace fissure::ui {

QString plainToolTip(const QString& text) {
    return Qt::mightBeRichText(text)
               ? QStringLiteral("<p style=\"white-space: pre\">%1</p>").arg(text.toHtmlEscaped())
               : text;
}

} // namespace fissure::ui
