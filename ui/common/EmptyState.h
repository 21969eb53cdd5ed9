#pragma once

#include <QString>
#include <QWidget>

class QLabel;
class QPushButton;

namespace fissure::ui {

/// What a page shows where it has nothing to show: what it is for, and the next step as a button.
class EmptyState final : public QWidget {
    Q_OBJECT

public:
    /// iconName is Lucide's; an empty action leaves the button out.
    EmptyState(const char* iconName, const QString& title, const QString& text, const QString& action = {},
               QWidget* parent = nullptr);

    void setText(const QString& title, const QString& text);

Q_SIGNALS:
    void activated();

private:
    QLabel* m_title;
    QLabel* m_text;
    QPushButton* m_action;
};

} // namespace fissure::ui
