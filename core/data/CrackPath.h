#pragma once

#include "core/base/Seed.h"

#include <vector>

namespace fissure {

/// A short straight piece of a drawn line; positions and widths in pixels.
struct LinePiece {
    double fromX = 0.0;
    double fromY = 0.0;
    double toX = 0.0;
    double toY = 0.0;
    double width = 1.0;
    double strength = 1.0; ///< of the darkening, in [0, 1]
};

/// Where a crack starts and how it looks.
struct CrackStart {
    double x = 0.0;
    double y = 0.0;
    double angle = 0.0; ///< radians
    double width = 2.0;
    double length = 100.0;
};

/// Grows a crack: it wanders about its direction, kinks, thins out towards its end, and sends out narrower
/// branches.
std::vector<LinePiece> growCrack(const CrackStart& start, Rng& rng);

} // namespace fissure
