#pragma once

#include "core/base/Result.h"
#include "core/data/Image.h"
#include "core/data/ImageHeader.h"

#include <cstddef>
#include <span>
#include <string>
#include <vector>

namespace fissure {

/// Decodes a JPEG with libjpeg-turbo. Its warnings are failures: a truncated file is Damaged, not half grey.
/// The result is shrunk while decoding, by eighths, as far as its longer side stays at or above
/// minimumSidePx; 0 keeps the full size. The EXIF orientation is not applied: masks and boxes refer to the
/// stored pixels.
Result<Image> decodeJpeg(std::span<const std::byte> bytes, const ImageHeader& header,
                         const std::string& origin, int minimumSidePx = 0);

/// The luminance alone, in full size.
Result<GrayImage> decodeGrayJpeg(std::span<const std::byte> bytes, const ImageHeader& header,
                                 const std::string& origin);

/// Encodes with 4:2:0 chroma; quality 1..100. Equal pixels give equal bytes. Fails with Internal.
Result<std::vector<std::byte>> encodeJpeg(const Image& image, int quality);
Result<std::vector<std::byte>> encodeGrayJpeg(const GrayImage& image, int quality);

} // namespace fissure
