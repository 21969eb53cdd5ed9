#pragma once

#include "ui/data/ScoredProposals.h"

class QPainter;
class QRectF;

namespace fissure::ui {

/// How boxes look, on a photograph and in its legend. The painter antialiases.
class BoxPainter {
public:
    /// The colour says the IoU; a crack has a thick, outlined line, a negative a thin one, what is left out a
    /// dotted one.
    static void proposal(QPainter& painter, const QRectF& box, double iou, Fate fate);
    static void pointed(QPainter& painter, const QRectF& box, double iou);
    static void groundTruth(QPainter& painter, const QRectF& box);
};

} // namespace fissure::ui
