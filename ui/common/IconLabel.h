#pragma once

#include <QIcon>
#include <QWidget>

namespace fissure::ui {

/// An icon of fixed size beside a text. Unlike a pixmap in a QLabel it follows the theme and the screen's
/// scale.
class IconLabel final : public QWidget {
    Q_OBJECT

public:
    explicit IconLabel(int sidePx, QWidget* parent = nullptr);

    /// meaning is read out in place of the picture.
    void setIcon(const QIcon& icon, const QString& meaning);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QIcon m_icon;
};

} // namespace fissure::ui
