#include "core/data/Augmentation.h"

#include "core/data/Resampling.h"

#include <algorithm>
#include <array>
#include <cassert>
#include <cmath>
#include <numbers>

namespace fissure {

namespace {

constexpr std::array<float, 3> kImageNetMean{0.485F, 0.456F, 0.406F};
constexpr std::array<float, 3> kImageNetDeviation{0.229F, 0.224F, 0.225F};

/// Blends with black as PIL does: in single precision, truncated and clipped.
void scaleBrightness(Image& image, double factor) {
    std::array<std::uint8_t, 256> table{};
    for (std::size_t level = 0; level < table.size(); ++level) {
        const float scaled = static_cast<float>(factor) * static_cast<float>(level);
        table[level] = static_cast<std::uint8_t>(std::min(scaled, 255.0F));
    }
    std::ranges::transform(image.rgb, image.rgb.begin(), [&](std::uint8_t level) { return table[level]; });
}

void flipHorizontally(Image& image) {
    for (int y = 0; y < image.height; ++y) {
        std::uint8_t* left =
            image.rgb.data() + static_cast<std::size_t>(y) * static_cast<std::size_t>(image.width) * 3;
        std::uint8_t* right = left + static_cast<std::ptrdiff_t>(image.width - 1) * 3;
        for (; left < right; left += 3, right -= 3) {
            std::swap_ranges(left, left + 3, right);
        }
    }
}

/// Source position of each output pixel in 16.16 fixed point, which is how PIL steps through a
/// nearest-neighbour affine transform; other arithmetic lands on other pixels.
struct FixedAffine {
    int xFromX, xFromY, x0;
    int yFromX, yFromY, y0;
};

int toFixed(double value) {
    return static_cast<int>(std::floor(value * 65536.0 + 0.5));
}

/// PIL's Image.rotate about the centre, counter-clockwise. Cosine and sine are rounded to 15 digits so that
/// right angles are exact.
FixedAffine rotation(double degrees, int width, int height) {
    const double radians = -degrees * std::numbers::pi / 180.0;
    const auto rounded = [](double value) { return std::round(value * 1e15) / 1e15; };
    const double cosine = rounded(std::cos(radians));
    const double sine = rounded(std::sin(radians));
    const double centreX = width / 2.0;
    const double centreY = height / 2.0;
    const double shiftX = cosine * -centreX + sine * -centreY + centreX;
    const double shiftY = -sine * -centreX + cosine * -centreY + centreY;
    return {toFixed(cosine), toFixed(sine),   toFixed(shiftX + cosine * 0.5 + sine * 0.5),
            toFixed(-sine),  toFixed(cosine), toFixed(shiftY - sine * 0.5 + cosine * 0.5)};
}

Image rotated(const Image& image, double degrees) {
    const FixedAffine affine = rotation(degrees, image.width, image.height);
    Image result{image.width, image.height, std::vector<std::uint8_t>(image.rgb.size(), 0)};
    std::uint8_t* out = result.rgb.data();
    for (int y = 0; y < image.height; ++y) {
        int sourceX = affine.x0 + y * affine.xFromY;
        int sourceY = affine.y0 + y * affine.yFromY;
        for (int x = 0; x < image.width; ++x, out += 3) {
            const int column = sourceX >> 16;
            const int row = sourceY >> 16;
            if (column >= 0 && column < image.width && row >= 0 && row < image.height) {
                const std::size_t at =
                    (static_cast<std::size_t>(row) * static_cast<std::size_t>(image.width) +
                     static_cast<std::size_t>(column)) *
                    3;
                std::copy_n(image.rgb.data() + at, 3, out);
            }
            sourceX += affine.xFromX;
            sourceY += affine.yFromX;
        }
    }
    return result;
}

} // namespace

AugmentationDraw drawAugmentation(const AugmentationSettings& settings, Rng& rng) {
    // Three numbers are drawn whatever the settings, so that turning one off leaves the others' draws alone.
    const double brightness = uniform01(rng);
    const double flip = uniform01(rng);
    const double angle = uniform01(rng);
    const double lowest = std::max(0.0, 1.0 - settings.brightness);
    const double highest = 1.0 + settings.brightness;
    return {lowest + (highest - lowest) * brightness, flip < settings.flipProbability,
            settings.rotationDegrees * (2.0 * angle - 1.0)};
}

Image augmented(const Image& crop, int sizePx, const AugmentationDraw& draw) {
    Image image = resized(crop, sizePx, sizePx, Kernel::Bilinear);
    if (draw.brightnessFactor != 1.0) {
        scaleBrightness(image, draw.brightnessFactor);
    }
    if (draw.flip) {
        flipHorizontally(image);
    }
    return draw.angleDegrees == 0.0 ? image : rotated(image, draw.angleDegrees);
}

void normalise(const Image& image, std::span<float> out) {
    assert(out.size() == image.rgb.size());
    const std::size_t plane = out.size() / 3;
    for (std::size_t channel = 0; channel < 3; ++channel) {
        std::array<float, 256> table{};
        for (std::size_t level = 0; level < table.size(); ++level) {
            const float fraction = static_cast<float>(level) / 255.0F;
            table[level] = (fraction - kImageNetMean[channel]) / kImageNetDeviation[channel];
        }
        float* target = out.data() + channel * plane;
        for (std::size_t i = 0; i < plane; ++i) {
            target[i] = table[image.rgb[i * 3 + channel]];
        }
    }
}

const char* preprocessingName() {
    return "RGB, square resize (antialiased bilinear, as Pillow), /255, mean 0.485 0.456 0.406, "
           "deviation 0.229 0.224 0.225";
}

} // namespace fissure
