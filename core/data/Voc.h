#pragma once

#include "core/data/GroundTruth.h"

#include <filesystem>

namespace fissure {

/// Boxes of a Pascal VOC annotation (annotation/object/bndbox; Everingham et al. 2010). The coordinates are
/// pixels counted from 1, xmax and ymax inclusive. Every object counts as crack; an annotation without
/// objects says that there is none. Fails with NotFound, Unreadable, WrongFormat (broken XML with line and
/// column, or the object said) or OutOfRange (the stated size is another than the photograph's).
Result<GroundTruth> readVoc(const std::filesystem::path& file, const ImageSize& size);

} // namespace fissure
