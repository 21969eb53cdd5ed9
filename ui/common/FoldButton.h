#pragma once

#include <QToolButton>

namespace fissure::ui {

/// A title with an arrow before it that folds what stands below. Folded at first; checked: open.
class FoldButton final : public QToolButton {
    Q_OBJECT

public:
    explicit FoldButton(QWidget* parent = nullptr);

    /// Shows the part while the button is checked.
    void setPart(QWidget& part);
    /// Turns the arrow alone, for those who show the part themselves.
    void showOpen(bool open);
};

} // namespace fissure::ui
