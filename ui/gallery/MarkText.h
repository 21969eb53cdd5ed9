#pragma once

#include "core/metrics/Mark.h"
#include "ui/gallery/MarkChoice.h"

#include <QCoreApplication>
#include <QIcon>
#include <QString>

namespace fissure::ui {

/// Texts of marks, translated.
class MarkText {
    Q_DECLARE_TR_FUNCTIONS(fissure::ui::MarkText)

public:
    /// "Wrong label"
    static QString title(Mark mark);
    /// "Mark as wrong label"
    static QString action(Mark mark);
    /// "Unmarked 12": a choice and how many proposals it shows.
    static QString choice(MarkChoice choice, int count);
    /// What it says of the proposal, in a sentence.
    static QString meaning(Mark mark);
    /// Which keys mark the current proposal.
    static QString keys();
};

/// The mark's sign: told by its shape, in the colour of text.
QIcon markIcon(Mark mark);

} // namespace fissure::ui
