#pragma once

#include "core/data/GroundTruth.h"

#include <filesystem>

namespace fissure {

/// Boxes of a YOLO label file, a line an object: `class cx cy w h` is a box, `class x1 y1 x2 y2 x3 y3 ...` a
/// polygon, of which the bounding box is taken; fractions of the photograph's sides
/// (https://docs.ultralytics.com/datasets/segment/). Every class counts as crack; an empty file says that
/// there is none. What reaches over the edge is clipped. Fails with NotFound, Unreadable, WrongFormat or, for
/// values outside [-1, 2], which are no fractions but pixels, OutOfRange, the line said.
Result<GroundTruth> readYolo(const std::filesystem::path& file, const ImageSize& size);

} // namespace fissure
