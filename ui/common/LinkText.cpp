#include "ui/common/LinkText.h"

#include <QLabel>

namespace fissure::ui {

QString linkOf(const QString& sentence, const QColor& color) {
    return QStringLiteral("<a href=\"#\" style=\"color: %2\">%1</a>")
        .arg(sentence.toHtmlEscaped(), color.name());
}

void setSentence(QLabel& label, const QString& sentence, Leads leads) {
    const bool isLink = leads == Leads::ToItsSubject;
    label.setTextFormat(isLink ? Qt::RichText : Qt::PlainText);
    label.setText(isLink ? linkOf(sentence, label.palette().color(QPalette::Link)) : sentence);
}

} // namespace fissure::ui
