#pragma once

#include "core/base/Result.h"
#include "core/data/Image.h"

#include <cstdint>
#include <string>
#include <vector>

namespace fissure {

/// The ground-truth boxes of one photograph.
struct GroundTruth {
    std::vector<Box> boxes;    ///< each inside the photograph; none where there is no crack
    std::int64_t clipped = 0;  ///< boxes that reached over the edge, of which the inside was taken
    std::vector<Text> refused; ///< why a box was left out, one clause a box

    bool operator==(const GroundTruth&) const = default;
};

/// The box between four edges in pixels, each rounded to whole ones.
Box boxBetween(double left, double top, double right, double bottom);

/// Adds the part of a box that lies in a photograph of that size. A box without area, or with nothing in the
/// photograph, is refused; origin says where it stands ("wall.txt, line 3").
void addBox(GroundTruth& groundTruth, const Box& box, const ImageSize& size, const Text& origin);

/// Fails with OutOfRange where annotations state another size than the photograph's; sides of 0 state none.
/// origin is the Error's subject.
Result<void> checkStatedSize(const ImageSize& stated, const ImageSize& size, const std::string& origin);

} // namespace fissure
