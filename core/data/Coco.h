#pragma once

#include "core/base/Result.h"
#include "core/data/Image.h"

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace fissure {

/// A photograph and the ground-truth boxes in it.
struct CocoImage {
    std::string fileName;
    int width = 0; ///< 0: not said
    int height = 0;
    /// None where there is no crack. As the file has them: over the edge, outside or without area.
    std::vector<Box> boxes;

    bool operator==(const CocoImage&) const = default;
};

/// Reads the images and boxes of a COCO file, in the order of its images. Every category counts as crack. A
/// missing bbox is that of the segmentation's polygons; an empty one, or one of width and height 0, says that
/// there is no crack. Fractions are rounded to whole pixels, edge by edge. Fails with NotFound, Unreadable,
/// WrongFormat (the line and column, or the entry, said) or Empty (no images).
Result<std::vector<CocoImage>> readCoco(const std::filesystem::path& file);

/// The text of a COCO file with the one category "crack"; an image without boxes gets an annotation with an
/// empty one.
std::string toCocoJson(const std::vector<CocoImage>& images);

} // namespace fissure
