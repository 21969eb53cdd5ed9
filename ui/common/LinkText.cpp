#include "ui/common/LinkText.h"

#include <QLabel>

namespace fissure::ui {

void setSentence(QLabel& label, const QString& sentence, Leads leads) {
    const bool isLink = leads == Leads::ToItsSubject;
    label.setTextFormat(isLink ? Qt::RichText : Qt::PlainText);
    label.setText(isLink ? QStringLiteral("<a href=\"#\" style=\"color: %2\">%1</a>")
                               .arg(sentence.toHtmlEscaped(), label.palette().color(QPalette::Link).name())
                         : sentence);
}

} // namespace fissure::ui
