#include "core/data/JpegCodec.h"

#include <turbojpeg.h>

#include <algorithm>
#include <memory>
#include <type_traits>

namespace fissure {

namespace {

struct HandleCloser {
    void operator()(void* handle) const { tjDestroy(handle); }
};
using Handle = std::unique_ptr<std::remove_pointer_t<tjhandle>, HandleCloser>;

struct BufferCloser {
    void operator()(unsigned char* buffer) const { tjFree(buffer); }
};

constexpr int kDecodeFlags = TJFLAG_ACCURATEDCT | TJFLAG_STOPONWARNING | TJFLAG_LIMITSCANS;

/// Decodes into rows of out, which the caller has sized.
Result<void> decodeInto(std::span<const std::byte> bytes, int width, int height, TJPF format,
                        std::vector<std::uint8_t>& out, const std::string& origin) {
    out.resize(static_cast<std::size_t>(width) * static_cast<std::size_t>(height) *
               static_cast<std::size_t>(tjPixelSize[format]));
    const Handle handle(tjInitDecompress());
    if (!handle) {
        return failure(ErrorCode::OutOfMemory, origin,
                       Text("core", "there is not enough memory to decode it"));
    }
    const auto* data = reinterpret_cast<const unsigned char*>(bytes.data());
    if (tjDecompress2(handle.get(), data, bytes.size(), out.data(), width, 0, height, format, kDecodeFlags) !=
        0) {
        return failure(ErrorCode::Damaged, origin,
                       Text("core", "it is truncated or corrupt (%1)").with(tjGetErrorStr2(handle.get())));
    }
    return {};
}

/// Adobe's CMYK, which is what JPEG files hold, stores the inks inverted: R = C * K.
std::vector<std::uint8_t> toRgb(const std::vector<std::uint8_t>& cmyk) {
    std::vector<std::uint8_t> rgb;
    rgb.reserve(cmyk.size() / 4 * 3);
    for (std::size_t i = 0; i + 3 < cmyk.size(); i += 4) {
        for (std::size_t ink = 0; ink < 3; ++ink) {
            rgb.push_back(static_cast<std::uint8_t>(cmyk[i + ink] * cmyk[i + 3] / 255));
        }
    }
    return rgb;
}

/// The smallest n/8 that keeps the longer side at or above the minimum.
tjscalingfactor scalingFor(const ImageHeader& header, int minimumSidePx) {
    const int longer = static_cast<int>(std::max(header.width, header.height));
    tjscalingfactor factor{8, 8};
    while (minimumSidePx > 0 && factor.num > 1 &&
           TJSCALED(longer, (tjscalingfactor{factor.num - 1, 8})) >= minimumSidePx) {
        --factor.num;
    }
    return factor;
}

Result<std::vector<std::byte>> encode(const std::uint8_t* pixels, int width, int height, TJPF format,
                                      TJSAMP sampling, int quality) {
    const Handle handle(tjInitCompress());
    unsigned char* buffer = nullptr;
    unsigned long size = 0;
    const bool isDone = handle && tjCompress2(handle.get(), pixels, width, 0, height, format, &buffer, &size,
                                              sampling, quality, TJFLAG_ACCURATEDCT) == 0;
    const std::unique_ptr<unsigned char, BufferCloser> owner(buffer);
    if (!isDone) {
        return failure(ErrorCode::Internal, {},
                       Text("core", "an image of %1 x %2 pixels cannot be coded as JPEG (%3)")
                           .with(width, height, tjGetErrorStr2(handle.get())));
    }
    const auto* begin = reinterpret_cast<const std::byte*>(buffer);
    return std::vector<std::byte>(begin, begin + size);
}

} // namespace

Result<Image> decodeJpeg(std::span<const std::byte> bytes, const ImageHeader& header,
                         const std::string& origin, int minimumSidePx) {
    const tjscalingfactor factor = scalingFor(header, minimumSidePx);
    Image image;
    image.width = TJSCALED(static_cast<int>(header.width), factor);
    image.height = TJSCALED(static_cast<int>(header.height), factor);
    const bool isCmyk = header.channels == 4;
    if (auto decoded =
            decodeInto(bytes, image.width, image.height, isCmyk ? TJPF_CMYK : TJPF_RGB, image.rgb, origin);
        !decoded) {
        return failure(std::move(decoded.error()));
    }
    if (isCmyk) {
        image.rgb = toRgb(image.rgb);
    }
    return image;
}

Result<GrayImage> decodeGrayJpeg(std::span<const std::byte> bytes, const ImageHeader& header,
                                 const std::string& origin) {
    GrayImage image{static_cast<int>(header.width), static_cast<int>(header.height), {}};
    return decodeInto(bytes, image.width, image.height, TJPF_GRAY, image.gray, origin).map([&] {
        return image;
    });
}

Result<std::vector<std::byte>> encodeJpeg(const Image& image, int quality) {
    return encode(image.rgb.data(), image.width, image.height, TJPF_RGB, TJSAMP_420, quality);
}

Result<std::vector<std::byte>> encodeGrayJpeg(const GrayImage& image, int quality) {
    return encode(image.gray.data(), image.width, image.height, TJPF_GRAY, TJSAMP_GRAY, quality);
}

} // namespace fissure
