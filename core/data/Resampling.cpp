#include "core/data/Resampling.h"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <vector>

#if defined(__x86_64__) && defined(__GNUC__) && !defined(__clang__) && !defined(__SANITIZE_ADDRESS__) &&     \
    !defined(__SANITIZE_THREAD__)
// 32-bit products of eight bytes at once where the processor has AVX2; chosen when the program is loaded.
#define FISSURE_WIDE __attribute__((target_clones("avx2", "default")))
#else
#define FISSURE_WIDE
#endif

namespace fissure {

namespace {

constexpr std::size_t kChannels = 3;
constexpr int kPrecisionBits = 32 - 8 - 2; // 8 bits of a pixel, 2 for what the negative lobes overshoot

double bilinear(double x) {
    return std::max(0.0, 1.0 - std::abs(x));
}

/// Keys 1981.
double bicubic(double x) {
    constexpr double a = -0.5;
    x = std::abs(x);
    if (x < 1.0) {
        return ((a + 2.0) * x - (a + 3.0)) * x * x + 1.0;
    }
    return x < 2.0 ? (((x - 5.0) * x + 8.0) * x - 4.0) * a : 0.0;
}

/// The source positions that make one target position, and their weights in fixed point, which add up to 1.
struct Taps {
    std::size_t first = 0;
    std::vector<std::int32_t> weights;
};

std::vector<Taps> tapsOf(int from, int to, Kernel kernel) {
    const auto weightAt = kernel == Kernel::Bicubic ? bicubic : bilinear;
    const double scale = static_cast<double>(from) / to;
    const double stretch = std::max(scale, 1.0);
    const double support = (kernel == Kernel::Bicubic ? 2.0 : 1.0) * stretch;
    std::vector<Taps> taps(static_cast<std::size_t>(to));
    std::vector<double> exact;
    for (int target = 0; target < to; ++target) {
        const double centre = (target + 0.5) * scale;
        const int first = std::max(0, static_cast<int>(centre - support + 0.5));
        const int end = std::min(from, static_cast<int>(centre + support + 0.5));
        exact.clear();
        double sum = 0.0;
        for (int source = first; source < end; ++source) {
            exact.push_back(weightAt((source - centre + 0.5) / stretch));
            sum += exact.back();
        }
        Taps& tap = taps[static_cast<std::size_t>(target)];
        tap.first = static_cast<std::size_t>(first);
        for (const double weight : exact) {
            tap.weights.push_back(
                static_cast<std::int32_t>(std::round(weight / sum * (1 << kPrecisionBits))));
        }
    }
    return taps;
}

/// A target row from the source rows of its taps; a row has bytes bytes.
FISSURE_WIDE void mixRows(const std::uint8_t* rows, std::size_t bytes, const std::int32_t* weights,
                          std::size_t count, std::int32_t* sums, std::uint8_t* target) {
    std::fill_n(sums, bytes, std::int32_t{1} << (kPrecisionBits - 1));
    for (std::size_t tap = 0; tap < count; ++tap, rows += bytes) {
        const std::int32_t weight = weights[tap];
        for (std::size_t i = 0; i < bytes; ++i) {
            sums[i] += weight * rows[i];
        }
    }
    for (std::size_t i = 0; i < bytes; ++i) {
        target[i] = static_cast<std::uint8_t>(std::clamp(sums[i] >> kPrecisionBits, 0, 255));
    }
}

Image makeImage(int width, int height) {
    return {width, height,
            std::vector<std::uint8_t>(static_cast<std::size_t>(width) * static_cast<std::size_t>(height) *
                                      kChannels)};
}

/// Another height.
Image withHeight(const Image& image, int height, Kernel kernel) {
    Image result = makeImage(image.width, height);
    const std::size_t bytes = static_cast<std::size_t>(image.width) * kChannels;
    const std::vector<Taps> taps = tapsOf(image.height, height, kernel);
    std::vector<std::int32_t> sums(bytes);
    for (std::size_t y = 0; y < taps.size(); ++y) {
        mixRows(image.rgb.data() + taps[y].first * bytes, bytes, taps[y].weights.data(),
                taps[y].weights.size(), sums.data(), result.rgb.data() + y * bytes);
    }
    return result;
}

/// Turns the rows of a strip of pixels into columns.
void transpose(const std::uint8_t* pixels, std::size_t width, std::size_t height, std::uint8_t* target) {
    for (std::size_t x = 0; x < width; ++x) {
        for (std::size_t y = 0; y < height; ++y, target += kChannels) {
            std::copy_n(pixels + (y * width + x) * kChannels, kChannels, target);
        }
    }
}

/// Another width. Works on strips of rows, turned so that their columns, as rows, are mixed many bytes at
/// once; a strip stays in the processor's cache.
Image withWidth(const Image& image, int width, Kernel kernel) {
    constexpr std::size_t kStripRows = 32;
    Image result = makeImage(width, image.height);
    const auto from = static_cast<std::size_t>(image.width);
    const auto to = static_cast<std::size_t>(width);
    const std::vector<Taps> taps = tapsOf(image.width, width, kernel);
    std::vector<std::uint8_t> strip(from * kStripRows * kChannels);
    std::vector<std::uint8_t> mixed(to * kStripRows * kChannels);
    std::vector<std::int32_t> sums(kStripRows * kChannels);
    const auto height = static_cast<std::size_t>(image.height);
    for (std::size_t top = 0; top < height; top += kStripRows) {
        const std::size_t rows = std::min(kStripRows, height - top);
        const std::size_t bytes = rows * kChannels;
        transpose(image.rgb.data() + top * from * kChannels, from, rows, strip.data());
        for (std::size_t x = 0; x < to; ++x) {
            mixRows(strip.data() + taps[x].first * bytes, bytes, taps[x].weights.data(),
                    taps[x].weights.size(), sums.data(), mixed.data() + x * bytes);
        }
        transpose(mixed.data(), rows, to, result.rgb.data() + top * to * kChannels);
    }
    return result;
}

} // namespace

Image resized(const Image& image, int width, int height, Kernel kernel) {
    assert(!image.isEmpty() && width > 0 && height > 0);
    if (image.width == width) {
        return image.height == height ? image : withHeight(image, height, kernel);
    }
    Image narrowed = withWidth(image, width, kernel);
    if (image.height == height) {
        return narrowed;
    }
    return withHeight(narrowed, height, kernel);
}

} // namespace fissure
