#pragma once

#include "core/data/Image.h"

#include <cstdint>

namespace fissure {

/// A drawn photograph of concrete and the mask of the cracks in it (255 crack, 0 elsewhere).
struct DrawnPhotograph {
    Image image;
    GrayImage mask;
};

/// Draws a concrete surface: uneven light, grain, aggregate, pores; on most of them one to three branching
/// cracks of varying width and contrast; and what is mistaken for cracks but is none: formwork joints,
/// stains, drips and scratches. The same seed draws the same picture. sizePx is at least 64.
DrawnPhotograph drawConcrete(int sizePx, std::uint64_t seed);

} // namespace fissure
