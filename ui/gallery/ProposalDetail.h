#pragma once

#include "core/data/ProposalIndex.h"
#include "core/metrics/Mark.h"
#include "ui/common/Outcome.h"

#include <QString>

#include <optional>

namespace fissure::ui {

/// One proposal as the panels beside and over the grid show it.
struct ProposalDetail {
    Prediction prediction;
    double threshold = 0.5; ///< the probability from which on it is called crack
    QString cropPath;
    std::optional<Mark> mark;
    std::optional<ProposalOrigin> origin; ///< where the manifest has it
    QString originNote;                   ///< why there is no origin

    Outcome outcome() const { return outcomeOf(prediction, threshold); }
};

} // namespace fissure::ui
