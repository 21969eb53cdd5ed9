#pragma once

#include <cstdint>
#include <vector>

namespace fissure {

/// Pixels, row by row, three bytes a pixel in the order R, G, B.
struct Image {
    int width = 0;
    int height = 0;
    std::vector<std::uint8_t> rgb; // [height, width, 3]

    bool operator==(const Image&) const = default;
    bool isEmpty() const { return width == 0 || height == 0; }
};

/// One byte a pixel: a mask (0 background, above 127 crack).
struct GrayImage {
    int width = 0;
    int height = 0;
    std::vector<std::uint8_t> gray; // [height, width]

    bool operator==(const GrayImage&) const = default;
};

/// Of an image, in pixels.
struct ImageSize {
    int width = 0;
    int height = 0;

    bool operator==(const ImageSize&) const = default;
};

/// A rectangle in pixels of its image; right and bottom edges are x + width and y + height, exclusive.
struct Box {
    int x = 0;
    int y = 0;
    int width = 0;
    int height = 0;

    auto operator<=>(const Box&) const = default;
    std::int64_t area() const { return static_cast<std::int64_t>(width) * height; }
};

/// Intersection over union of two boxes, in [0, 1]; 0 where either is empty.
double intersectionOverUnion(const Box& a, const Box& b);

} // namespace fissure
