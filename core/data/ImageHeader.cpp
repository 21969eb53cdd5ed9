#include "core/data/ImageHeader.h"

#include "core/data/ImageFile.h"

#include <algorithm>
#include <cstdlib>
#include <optional>
#include <string_view>

namespace fissure {

namespace {

enum class ByteOrder { Big, Little };

/// Reads numbers at offsets; anything past the end is nothing.
class ByteReader {
public:
    ByteReader(std::span<const std::byte> bytes, ByteOrder order) : m_bytes(bytes), m_order(order) {}

    std::optional<std::uint32_t> number(std::size_t offset, std::size_t size) const {
        if (offset > m_bytes.size() || m_bytes.size() - offset < size) {
            return std::nullopt;
        }
        std::uint32_t value = 0;
        for (std::size_t i = 0; i < size; ++i) {
            const std::size_t at = m_order == ByteOrder::Big ? i : size - 1 - i;
            value = (value << 8) | std::to_integer<std::uint32_t>(m_bytes[offset + at]);
        }
        return value;
    }

private:
    std::span<const std::byte> m_bytes;
    ByteOrder m_order;
};

bool startsWith(std::span<const std::byte> bytes, std::string_view text, std::size_t offset = 0) {
    return bytes.size() >= offset + text.size() &&
           std::equal(text.begin(), text.end(), bytes.begin() + static_cast<std::ptrdiff_t>(offset),
                      [](char letter, std::byte byte) { return static_cast<std::byte>(letter) == byte; });
}

using Sized = std::optional<ImageHeader>;

/// ITU T.81, B.1 and B.2.2: walks the marker segments to the frame header.
Sized jpegHeader(std::span<const std::byte> bytes) {
    const ByteReader reader(bytes, ByteOrder::Big);
    std::size_t at = 2;
    while (true) {
        const auto marker = reader.number(at, 2);
        if (!marker || (*marker >> 8) != 0xFF) {
            return std::nullopt;
        }
        const std::uint32_t code = *marker & 0xFF;
        if (code == 0xFF) { // fill byte
            ++at;
            continue;
        }
        const auto length = reader.number(at + 2, 2);
        if (!length || *length < 2) {
            return std::nullopt;
        }
        const bool isTable = code == 0xC4 || code == 0xC8 || code == 0xCC;
        if (code >= 0xC0 && code <= 0xCF && !isTable) {
            const auto height = reader.number(at + 5, 2);
            const auto width = reader.number(at + 7, 2);
            const auto channels = reader.number(at + 9, 1);
            return channels ? Sized({ImageKind::Jpeg, *width, *height, static_cast<int>(*channels)})
                            : std::nullopt;
        }
        at += 2 + *length;
    }
}

Sized pngHeader(std::span<const std::byte> bytes) {
    const ByteReader reader(bytes, ByteOrder::Big);
    const auto width = reader.number(16, 4);
    const auto height = reader.number(20, 4);
    if (!height || !startsWith(bytes, "IHDR", 12)) {
        return std::nullopt;
    }
    return ImageHeader{ImageKind::Png, *width, *height, 0};
}

Sized bmpHeader(std::span<const std::byte> bytes) {
    const ByteReader reader(bytes, ByteOrder::Little);
    const auto headerSize = reader.number(14, 4);
    if (!headerSize) {
        return std::nullopt;
    }
    const std::size_t size = *headerSize == 12 ? 2 : 4;
    const auto width = reader.number(18, size);
    const auto height = reader.number(18 + size, size);
    if (!height) {
        return std::nullopt;
    }
    // Rows stored from the top carry a negative height.
    const std::int64_t rows =
        size == 2 ? std::int64_t{*height} : std::abs(std::int64_t{static_cast<std::int32_t>(*height)});
    return ImageHeader{ImageKind::Bmp, *width, rows, 0};
}

/// TIFF 6.0, section 2: ImageWidth (256) and ImageLength (257) of the first directory.
Sized tiffHeader(std::span<const std::byte> bytes) {
    const ByteReader reader(bytes, startsWith(bytes, "II") ? ByteOrder::Little : ByteOrder::Big);
    const auto directory = reader.number(4, 4);
    const auto entries = directory ? reader.number(*directory, 2) : std::nullopt;
    if (!entries) {
        return std::nullopt;
    }
    ImageHeader header{ImageKind::Tiff, 0, 0, 0};
    for (std::uint32_t i = 0; i < *entries; ++i) {
        const std::size_t at = std::size_t{*directory} + 2 + 12 * std::size_t{i};
        const auto tag = reader.number(at, 2);
        const auto type = reader.number(at + 2, 2);
        const auto value = reader.number(at + 8, type == 3U ? 2 : 4);
        if (!value) {
            return std::nullopt;
        }
        if (tag == 256U) {
            header.width = *value;
        } else if (tag == 257U) {
            header.height = *value;
        }
    }
    return header;
}

/// RFC 9649: the size stands in the first chunk, in one of three codings.
Sized webpHeader(std::span<const std::byte> bytes) {
    const ByteReader reader(bytes, ByteOrder::Little);
    ImageHeader header{ImageKind::WebP, 0, 0, 0};
    if (startsWith(bytes, "VP8X", 12)) {
        const auto width = reader.number(24, 3);
        const auto height = reader.number(27, 3);
        if (!height) {
            return std::nullopt;
        }
        header.width = std::int64_t{*width} + 1;
        header.height = std::int64_t{*height} + 1;
    } else if (startsWith(bytes, "VP8L", 12)) {
        const auto packed = reader.number(21, 4);
        if (!packed) {
            return std::nullopt;
        }
        header.width = (*packed & 0x3FFF) + 1;
        header.height = ((*packed >> 14) & 0x3FFF) + 1;
    } else if (startsWith(bytes, "VP8 ", 12)) {
        const auto width = reader.number(26, 2);
        const auto height = reader.number(28, 2);
        if (!height) {
            return std::nullopt;
        }
        header.width = *width & 0x3FFF;
        header.height = *height & 0x3FFF;
    } else {
        return std::nullopt;
    }
    return header;
}

} // namespace

Result<ImageHeader> readImageHeader(std::span<const std::byte> bytes, const std::string& origin) {
    if (bytes.empty()) {
        return failure(ErrorCode::Damaged, origin, Text("core", "it is empty (0 bytes)"));
    }
    Sized header;
    if (startsWith(bytes, "\xFF\xD8\xFF")) {
        header = jpegHeader(bytes);
    } else if (startsWith(bytes, "\x89PNG\r\n\x1A\n")) {
        header = pngHeader(bytes);
    } else if (startsWith(bytes, "BM")) {
        header = bmpHeader(bytes);
    } else if (startsWith(bytes, std::string_view("II*\0", 4)) ||
               startsWith(bytes, std::string_view("MM\0*", 4))) {
        header = tiffHeader(bytes);
    } else if (startsWith(bytes, "RIFF") && startsWith(bytes, "WEBP", 8)) {
        header = webpHeader(bytes);
    } else {
        return failure(
            ErrorCode::WrongFormat, origin,
            Text("core", "it is not an image (its content is none of JPEG, PNG, BMP, TIFF and WebP)"));
    }
    if (!header || header->width <= 0 || header->height <= 0) {
        return failure(ErrorCode::Damaged, origin, Text("core", "its header is cut off or broken"));
    }
    if (header->width > kMaximumPixels || header->height > kMaximumPixels ||
        header->width * header->height > kMaximumPixels) {
        return failure(ErrorCode::OutOfRange, origin,
                       Text("core", "it has %1 x %2 pixels; %3 megapixels are the most that is read")
                           .with(header->width, header->height, kMaximumPixels / 1'000'000));
    }
    const bool mayBeLossy = header->kind == ImageKind::Jpeg || header->kind == ImageKind::WebP;
    header->isLossless = !mayBeLossy || startsWith(bytes, "VP8L", 12);
    return *header;
}

} // namespace fissure
