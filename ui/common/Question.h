#pragma once

class QPushButton;
class QString;
class QWidget;

namespace fissure::ui {

/// Asks before something that cannot be undone, with one button that does it and Cancel, which is the
/// default. The button is returned; the question goes when it is answered. They are called objectName with
/// "Question" and "Confirm" behind it.
QPushButton* ask(QWidget* parent, const char* objectName, const QString& title, const QString& text,
                 const QString& consequence, const QString& action);

} // namespace fissure::ui
