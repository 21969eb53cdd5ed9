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
    std::vector<Box> boxes; ///< none where there is no crack

    bool operator==(const CocoImage&) const = default;
};

/// Reads the images and boxes of a COCO file, in the order of its images. Every category counts as crack;
/// boxes without area ("an image without crack") are left out; fractions are rounded to whole pixels, edge by
/// edge. Fails with NotFound, Unreadable, WrongFormat (the line and column, or the entry, said) or Empty (no
/// images).
Result<std::vector<CocoImage>> readCoco(const std::filesystem::path& file);

/// The text of a COCO file with the one category "crack"; an image without boxes gets an annotation with an
/// empty one.
std::string toCocoJson(const std::vector<CocoImage>& images);

} // namespace fissure
