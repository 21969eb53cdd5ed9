#pragma once

#include "core/base/Result.h"
#include "core/data/GroundTruth.h"
#include "core/data/Image.h"

#include <filesystem>
#include <vector>

namespace fissure {

/// How crack boxes are read off a mask. The defaults are those of the reference data.
struct MaskBoxSettings {
    int closingPx = 15;       ///< side of the square structuring element of the morphological closing
    int threshold = 127;      ///< a pixel belongs to a crack above it
    int minimumAreaPx = 20;   ///< a component counts when it has more pixels than this
    int mergeDistancePx = 10; ///< boxes with a smaller gap, in x and in y, are merged

    bool operator==(const MaskBoxSettings&) const = default;
};

/// Boxes of the cracks in a mask: closing, threshold, 8-connected components that are large enough, then
/// boxes closer than the merge distance are replaced by their common box until nothing merges any more.
/// Ordered from top to bottom, then left to right. An empty mask has none.
std::vector<Box> boxesFromMask(const GrayImage& mask, const MaskBoxSettings& settings = {});

/// Boxes of a mask file; a mask without cracks, which is black, has none. Fails as readMask() does, or with
/// OutOfRange: its size is not that of the photograph; it is a photograph itself, more than half of its
/// pixels being grey (32 to 223) and unlike their left neighbour; or something is drawn in it and nothing of
/// that is above the threshold, as where its values are the numbers of classes or the colours of a palette.
Result<GroundTruth> readMaskBoxes(const std::filesystem::path& file, const ImageSize& size,
                                  const MaskBoxSettings& settings = {});

} // namespace fissure
