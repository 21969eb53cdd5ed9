#pragma once

#include "core/base/Error.h"
#include "ui/common/Palette.h"

#include <QFrame>
#include <QString>

#include <optional>

class QLabel;
class QToolButton;

namespace fissure::ui {

class IconLabel;

/// One line or more at the top of a page that says what went wrong or needs attention. Hidden until needed;
/// the user can close it. A later message takes the place of the one before, but an error stays until the
/// user closes it or another error comes; what comes meanwhile waits. The text wraps and can be selected.
class Banner final : public QFrame {
    Q_OBJECT

public:
    explicit Banner(QWidget* parent = nullptr);

    void showError(const Error& error);
    void showError(const QString& text);
    void showWarning(const QString& text);
    void showInfo(const QString& text);
    /// What waits goes too.
    void clear();

    QString text() const;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    struct Message {
        Meaning meaning = Meaning::Accent;
        const char* iconName = nullptr;
        QString kind;
        QString text;
    };

    void tell(const Message& message);
    void show(const std::optional<Message>& message);

    std::optional<Message> m_shown;
    std::optional<Message> m_waiting;
    IconLabel* m_icon;
    QLabel* m_text;
    QToolButton* m_close;
};

} // namespace fissure::ui
