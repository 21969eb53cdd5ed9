#pragma once

#include "core/base/Result.h"

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>

namespace fissure {

enum class ImageKind { Jpeg, Png, Bmp, Tiff, WebP };

/// What an image file says of itself before anything is decoded.
struct ImageHeader {
    ImageKind kind = ImageKind::Jpeg;
    std::int64_t width = 0;
    std::int64_t height = 0;
    int channels = 0;       ///< of a JPEG; 0 for the other kinds
    bool isLossless = true; ///< the coding keeps every pixel as it was
};

/// Reads kind and size from the bytes of a file; origin names it in errors. Fails with Damaged (nothing in
/// it, the header cut off or senseless), WrongFormat (not an image) or OutOfRange (more than kMaximumPixels).
Result<ImageHeader> readImageHeader(std::span<const std::byte> bytes, const std::string& origin);

} // namespace fissure
