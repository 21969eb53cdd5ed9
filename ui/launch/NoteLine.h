#pragma once

#include "ui/launch/PreviewNotes.h"

#include <QWidget>

namespace fissure::ui {

/// A note with the icon of its kind before it; the text wraps and can be selected.
class NoteLine final : public QWidget {
    Q_OBJECT

public:
    explicit NoteLine(const PreviewNote& note, QWidget* parent = nullptr);

private:
    static QString kindText(PreviewNote::Kind kind);
};

} // namespace fissure::ui
