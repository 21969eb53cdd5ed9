#pragma once

#include "core/metrics/Mark.h"

#include <QString>
#include <QWidget>

#include <optional>

class QLabel;

namespace fissure::ui {

class IconLabel;

/// The sign and name of a proposal's mark; a dash where it has none. The tool tip says what the mark means,
/// or which keys set one.
class MarkLabel final : public QWidget {
    Q_OBJECT

public:
    explicit MarkLabel(QWidget* parent = nullptr);

    QString text() const;
    void setMark(std::optional<Mark> mark);

private:
    IconLabel* m_icon = nullptr;
    QLabel* m_text = nullptr;
};

} // namespace fissure::ui
