#pragma once

#include "ui/common/Outcome.h"

#include <QAbstractButton>

#include <optional>

namespace fissure::ui {

/// One choice of a group of outcomes: a pill with badge and text, the chosen one in the accent colour.
class OutcomeChip final : public QAbstractButton {
    Q_OBJECT

public:
    explicit OutcomeChip(std::optional<Outcome> badge, QWidget* parent = nullptr);

    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    void enterEvent(QEnterEvent* event) override;
    void leaveEvent(QEvent* event) override;

private:
    std::optional<Outcome> m_badge;
};

} // namespace fissure::ui
