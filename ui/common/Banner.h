#pragma once

#include "core/base/Error.h"
#include "ui/common/Palette.h"

#include <QFrame>
#include <QString>

class QLabel;
class QToolButton;

namespace fissure::ui {

class IconLabel;

/// One line or more at the top of a page that says what went wrong or needs attention. Hidden until needed;
/// the user can close it. The text wraps and can be selected.
class Banner final : public QFrame {
    Q_OBJECT

public:
    explicit Banner(QWidget* parent = nullptr);

    void showError(const Error& error);
    void showError(const QString& text);
    void showWarning(const QString& text);
    void showInfo(const QString& text);
    void clear();

    QString text() const;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void show(Meaning meaning, const char* iconName, const QString& kind, const QString& text);

    Meaning m_meaning = Meaning::Accent;
    IconLabel* m_icon;
    QLabel* m_text;
    QToolButton* m_close;
};

} // namespace fissure::ui
