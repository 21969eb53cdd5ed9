#pragma once

#include "core/base/Result.h"
#include "core/data/Image.h"
#include "core/data/ImageFormat.h"

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <span>
#include <string>
#include <vector>

namespace fissure {

/// Images above this many pixels are refused from their header, before anything is decoded, and files of more
/// than five bytes for each of them before they are read.
inline constexpr std::int64_t kMaximumPixels = 64'000'000;

/// Decodes a JPEG, PNG, BMP, TIFF or WebP file. The kind is told by its first bytes, not by its name. Fails
/// with NotFound, Unreadable, WrongFormat ("it is not an image"), Damaged (truncated or corrupt, libjpeg's
/// warnings included) or OutOfRange (too large). The EXIF orientation is not applied: masks and boxes refer
/// to the stored pixels. Safe from any thread.
Result<Image> readImage(const std::filesystem::path& file);

/// The bytes of an image file, of whatever kind. Fails with NotFound, Unreadable or OutOfRange (more bytes
/// than an image of the most pixels may have).
Result<std::vector<std::byte>> readImageBytes(const std::filesystem::path& file);

/// readImage() of bytes that were read already; origin names their file in errors.
Result<Image> decodeImage(std::span<const std::byte> bytes, const std::string& origin);

/// The grey of a mask file of 1, 8 or 16 bits a pixel, or its alpha where nothing but that varies. Numbers of
/// 16 bits are taken as they stand where none is above 255, which is how some programs write 8-bit masks, and
/// else brought down to 8 bits. Fails as readImage() does, or with WrongFormat (of another depth).
Result<GrayImage> readMask(const std::filesystem::path& file);

/// readMask() of bytes that were read already; origin names their file in errors.
Result<GrayImage> decodeMask(std::span<const std::byte> bytes, const std::string& origin);

/// The size by the header; nothing is decoded, and no more is read than it takes. Fails as readImage() does,
/// but for what only decoding shows.
Result<ImageSize> readImageSize(const std::filesystem::path& file);

/// True where the name has the extension of an image.
bool isImageFile(const std::filesystem::path& file);

/// The extension in lower case, with its dot: ".jpg" of wall.JPG.
std::string lowerExtension(const std::filesystem::path& file);

/// Equal pixels give equal bytes. quality, of JPEG and WebP: 1..100. Fails with Internal. Safe from any
/// thread.
Result<std::vector<std::byte>> encodeImage(const Image& image, ImageFormat format, int quality = 95);

/// Written atomically, in the format of the file's extension: jpg, jpeg, png or webp; a mask not as WebP.
Result<void> writeImage(const std::filesystem::path& file, const Image& image, int quality = 95);
Result<void> writeMask(const std::filesystem::path& file, const GrayImage& mask);

/// The part of the image inside the box; the box must lie within the image.
Image cropped(const Image& image, const Box& box);

/// Scaled so that the longer side is at most maximumSidePx; small images stay as they are.
Result<Image> readThumbnail(const std::filesystem::path& file, int maximumSidePx);

/// "4.6.0": of OpenCV.
std::string imageLibraryVersion();

} // namespace fissure
