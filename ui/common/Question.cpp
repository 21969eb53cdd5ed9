#include "ui/common/Question.h"

#include <QMessageBox>
#include <QPushButton>

namespace fissure::ui {

QPushButton* ask(QWidget* parent, const char* objectName, const QString& title, const QString& text,
                 const QString& consequence, const QString& action) {
    auto* question = new QMessageBox(QMessageBox::Question, title, text, QMessageBox::Cancel, parent);
    question->setObjectName(QString::fromLatin1(objectName) + QStringLiteral("Question"));
    question->setAttribute(Qt::WA_DeleteOnClose);
    question->setTextFormat(Qt::PlainText);
    question->setInformativeText(consequence);
    QPushButton* confirm = question->addButton(action, QMessageBox::DestructiveRole);
    confirm->setObjectName(QString::fromLatin1(objectName) + QStringLiteral("Confirm"));
    question->setDefaultButton(QMessageBox::Cancel);
    question->open();
    return confirm;
}

} // namespace fissure::ui
