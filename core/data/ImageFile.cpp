#include "core/data/ImageFile.h"

#include "core/base/Files.h"
#include "core/data/ImageHeader.h"
#include "core/data/JpegCodec.h"
#include "core/data/MatView.h"
#include "core/data/ProposalName.h"
#include "core/data/Resampling.h"

#include <opencv2/core.hpp>
#include <opencv2/imgcodecs.hpp>
#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <cassert>
#include <cctype>
#include <cmath>
#include <fstream>
#include <optional>

namespace fissure {

namespace fs = std::filesystem;

namespace {

using Bytes = std::vector<std::byte>;

/// Four bytes a pixel, and room for what else may stand in the file.
constexpr std::uintmax_t kMaximumFileBytes = 5 * kMaximumPixels;

/// Enough for the header of nearly every image.
constexpr std::size_t kHeaderBytes = 65'536;

/// PNG, BMP, TIFF and WebP, once the header is known to be sane.
Result<cv::Mat> decodeWithOpenCv(std::span<const std::byte> bytes, const ImageHeader& header, int flags,
                                 const std::string& origin) {
    keepOpenCvSingleThreaded();
    cv::Mat decoded;
    Text cause = Text("core", "it is truncated or corrupt");
    try {
        const cv::Mat coded(1, static_cast<int>(bytes.size()), CV_8UC1, const_cast<std::byte*>(bytes.data()));
        decoded = cv::imdecode(coded, flags | cv::IMREAD_IGNORE_ORIENTATION);
    } catch (const std::exception& exception) { // cv::Exception, std::bad_alloc
        cause = Text("core", "it is truncated or corrupt (%1)").with(exception.what());
    }
    if (decoded.cols != header.width || decoded.rows != header.height) {
        return failure(ErrorCode::Damaged, origin, std::move(cause));
    }
    return decoded;
}

Result<Image> decode(std::span<const std::byte> bytes, const std::string& origin, int minimumSidePx) {
    const auto header = readImageHeader(bytes, origin);
    if (!header) {
        return failure(header.error());
    }
    if (header->kind == ImageKind::Jpeg) {
        return decodeJpeg(bytes, *header, origin, minimumSidePx);
    }
    return decodeWithOpenCv(bytes, *header, cv::IMREAD_COLOR, origin).map([](const cv::Mat& bgr) {
        return toImage(bgr);
    });
}

/// One channel of 8 or 16 bits as a mask.
Result<GrayImage> toMask(const cv::Mat& gray, const std::string& origin) {
    if (gray.depth() == CV_8U) {
        return toGrayImage(gray);
    }
    if (gray.depth() != CV_16U) {
        return failure(ErrorCode::WrongFormat, origin,
                       Text("core", "it has %1 bits a channel; masks of 1, 8 and 16 bits are read")
                           .with(8 * gray.elemSize1()));
    }
    double highest = 0.0;
    cv::minMaxLoc(gray, nullptr, &highest);
    cv::Mat levels;
    gray.convertTo(levels, CV_8U, highest > 255.0 ? 1.0 / 257.0 : 1.0);
    return toGrayImage(levels);
}

bool isOfOneValue(const cv::Mat& channel) {
    double lowest = 0.0;
    double highest = 0.0;
    cv::minMaxLoc(channel, &lowest, &highest);
    return lowest == highest;
}

/// What is drawn in one colour on a transparent layer stands in the alpha channel alone.
Result<cv::Mat> drawnChannel(std::span<const std::byte> bytes, const ImageHeader& header,
                             const std::string& origin) {
    // Without the depth of the file, OpenCV keeps the high byte of 16 bits alone.
    auto gray = decodeWithOpenCv(bytes, header, cv::IMREAD_GRAYSCALE | cv::IMREAD_ANYDEPTH, origin);
    if (!gray || !isOfOneValue(*gray)) {
        return gray;
    }
    const auto whole = decodeWithOpenCv(bytes, header, cv::IMREAD_UNCHANGED, origin);
    if (!whole || whole->channels() != 4) {
        return gray;
    }
    cv::Mat alpha;
    cv::extractChannel(*whole, alpha, 3);
    return isOfOneValue(alpha) ? std::move(gray) : Result<cv::Mat>(std::move(alpha));
}

/// extension, with its dot, says the kind. pixels: BGR or grey.
Result<Bytes> encodeWithOpenCv(const char* extension, const cv::Mat& pixels,
                               const std::vector<int>& settings = {}) {
    keepOpenCvSingleThreaded();
    std::vector<unsigned char> coded;
    try {
        cv::imencode(extension, pixels, coded, settings);
    } catch (const cv::Exception& exception) {
        return failure(ErrorCode::Internal, {}, exception.what());
    }
    const auto* begin = reinterpret_cast<const std::byte*>(coded.data());
    return Bytes(begin, begin + coded.size());
}

Result<void> write(const fs::path& file, const Result<Bytes>& bytes) {
    return bytes ? writeFileAtomically(file, *bytes) : Result<void>(failure(bytes.error()));
}

std::optional<ImageFormat> formatOf(const fs::path& file) {
    const std::string extension = lowerExtension(file);
    return extension == ".jpeg" ? ImageFormat::Jpeg
           : extension.empty()  ? std::nullopt
                                : fromName<ImageFormat>(std::string_view(extension).substr(1));
}

Result<void> checkFileSize(const fs::path& file) {
    std::error_code error;
    const std::uintmax_t size = fs::file_size(file, error);
    if (!error && size > kMaximumFileBytes) {
        return failure(ErrorCode::OutOfRange, file.string(),
                       Text("core", "it has %1 megabytes; %2 are the most that is read of an image")
                           .with(size / 1'000'000, kMaximumFileBytes / 1'000'000));
    }
    return {};
}

/// The first bytes of a file, all where it has no more.
Result<Bytes> readStart(const fs::path& file, std::size_t size) {
    std::error_code error;
    std::ifstream stream;
    if (fs::is_regular_file(file, error)) { // opening a pipe would wait for somebody to write to it
        stream.open(file, std::ios::binary);
    }
    if (!stream.is_open()) {
        return readFile(file); // which says why
    }
    const std::uintmax_t there = fs::file_size(file, error);
    Bytes bytes(error ? size : static_cast<std::size_t>(std::min<std::uintmax_t>(size, there)));
    stream.read(reinterpret_cast<char*>(bytes.data()), static_cast<std::streamsize>(bytes.size()));
    bytes.resize(static_cast<std::size_t>(stream.gcount()));
    return bytes;
}

} // namespace

Result<Bytes> readImageBytes(const fs::path& file) {
    return checkFileSize(file).and_then([&] { return readFile(file); });
}

Result<Image> readImage(const fs::path& file) {
    return readImageBytes(file).and_then([&](const Bytes& bytes) { return decode(bytes, file.string(), 0); });
}

Result<Image> decodeImage(std::span<const std::byte> bytes, const std::string& origin) {
    return decode(bytes, origin, 0);
}

Result<GrayImage> decodeMask(std::span<const std::byte> bytes, const std::string& origin) {
    const auto header = readImageHeader(bytes, origin);
    if (!header) {
        return failure(header.error());
    }
    if (header->kind == ImageKind::Jpeg) {
        return decodeGrayJpeg(bytes, *header, origin);
    }
    return drawnChannel(bytes, *header, origin).and_then([&](const cv::Mat& channel) {
        return toMask(channel, origin);
    });
}

Result<GrayImage> readMask(const fs::path& file) {
    return readImageBytes(file).and_then(
        [&](const Bytes& bytes) { return decodeMask(bytes, file.string()); });
}

Result<ImageSize> readImageSize(const fs::path& file) {
    if (const auto checked = checkFileSize(file); !checked) {
        return failure(checked.error());
    }
    // Profiles and previews stand before the size in some JPEGs, all pixels in some TIFFs.
    for (std::size_t wanted = kHeaderBytes;; wanted *= 8) {
        const auto bytes = readStart(file, wanted);
        const auto header = bytes ? readImageHeader(*bytes, file.string()) : failure(bytes.error());
        if (header) {
            return ImageSize{static_cast<int>(header->width), static_cast<int>(header->height)};
        }
        if (header.error().code != ErrorCode::Damaged || !bytes || bytes->size() < wanted) {
            return failure(header.error());
        }
    }
}

bool isImageFile(const fs::path& file) {
    const std::string extension = file.extension().string();
    return !extension.empty() && isImageExtension(std::string_view(extension).substr(1));
}

std::string lowerExtension(const fs::path& file) {
    std::string extension = file.extension().string();
    std::ranges::transform(extension, extension.begin(),
                           [](unsigned char letter) { return static_cast<char>(std::tolower(letter)); });
    return extension;
}

Result<Bytes> encodeImage(const Image& image, ImageFormat format, int quality) {
    if (format == ImageFormat::Jpeg) {
        return encodeJpeg(image, quality);
    }
    cv::Mat bgr;
    cv::cvtColor(matOver(image), bgr, cv::COLOR_RGB2BGR);
    return format == ImageFormat::Png ? encodeWithOpenCv(".png", bgr)
                                      : encodeWithOpenCv(".webp", bgr, {cv::IMWRITE_WEBP_QUALITY, quality});
}

Result<void> writeImage(const fs::path& file, const Image& image, int quality) {
    const auto format = formatOf(file);
    return format ? write(file, encodeImage(image, *format, quality))
                  : Result<void>(failure(ErrorCode::WrongFormat, file.string(),
                                         Text("core", "images are written as .jpg, .png or .webp only")));
}

Result<void> writeMask(const fs::path& file, const GrayImage& mask) {
    const auto format = formatOf(file);
    if (format == ImageFormat::Jpeg) {
        return write(file, encodeGrayJpeg(mask, 95));
    }
    return format == ImageFormat::Png
               ? write(file, encodeWithOpenCv(".png", matOver(mask)))
               : Result<void>(failure(ErrorCode::WrongFormat, file.string(),
                                      Text("core", "masks are written as .jpg or .png only")));
}

Image cropped(const Image& image, const Box& box) {
    assert(box.x >= 0 && box.y >= 0 && box.x + box.width <= image.width &&
           box.y + box.height <= image.height);
    Image part{box.width, box.height, std::vector<std::uint8_t>(static_cast<std::size_t>(box.area()) * 3)};
    matOver(image)(cv::Rect(box.x, box.y, box.width, box.height)).copyTo(matOver(part));
    return part;
}

Result<Image> readThumbnail(const fs::path& file, int maximumSidePx) {
    const auto shrink = [&](const Image& image) {
        const int longer = std::max(image.width, image.height);
        if (longer <= maximumSidePx) {
            return image;
        }
        const auto scaled = [&](int side) {
            return std::max(
                1, static_cast<int>(std::lround(static_cast<double>(side) * maximumSidePx / longer)));
        };
        return resized(image, scaled(image.width), scaled(image.height), Kernel::Bilinear);
    };
    return readImageBytes(file)
        .and_then([&](const Bytes& bytes) { return decode(bytes, file.string(), maximumSidePx); })
        .map(shrink);
}

std::string imageLibraryVersion() {
    return cv::getVersionString();
}

} // namespace fissure
