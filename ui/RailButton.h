#pragma once

#include <QAbstractButton>

namespace fissure::ui {

/// One page in the rail: icon over label, the current one with an accent bar at its left.
class RailButton final : public QAbstractButton {
    Q_OBJECT

public:
    RailButton(const char* iconName, const QString& label, QWidget* parent = nullptr);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent* event) override;
    void enterEvent(QEnterEvent* event) override;
    void leaveEvent(QEvent* event) override;
};

} // namespace fissure::ui
