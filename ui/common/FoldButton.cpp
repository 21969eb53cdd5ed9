#include "ui/common/FoldButton.h"

#include "ui/common/Icons.h"

namespace fissure::ui {

FoldButton::FoldButton(QWidget* parent) : QToolButton(parent) {
    setCheckable(true);
    setAutoRaise(true);
    setFocusPolicy(Qt::StrongFocus);
    setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    showOpen(false);
    connect(this, &QToolButton::toggled, this, &FoldButton::showOpen);
}

void FoldButton::setPart(QWidget& part) {
    part.setVisible(isChecked());
    connect(this, &QToolButton::toggled, &part, &QWidget::setVisible);
}

void FoldButton::showOpen(bool open) {
    setIcon(ui::icon(open ? "chevron-down" : "chevron-right"));
}

} // namespace fissure::ui
