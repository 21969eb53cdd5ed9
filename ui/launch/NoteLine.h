#pragma once

#include "ui/launch/PreviewNotes.h"

#include <QWidget>

class QLabel;

namespace fissure::ui {

/// A note with the icon of its kind before it; the text wraps and can be selected.
class NoteLine final : public QWidget {
    Q_OBJECT

public:
    explicit NoteLine(const PreviewNote& note, QWidget* parent = nullptr);

protected:
    void changeEvent(QEvent* event) override;

private:
    void drawIcon();

    PreviewNote::Kind m_kind;
    QLabel* m_icon;
};

} // namespace fissure::ui
