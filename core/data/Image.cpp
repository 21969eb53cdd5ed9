#include "core/data/Image.h"

#include <algorithm>

namespace fissure {

double intersectionOverUnion(const Box& a, const Box& b) {
    const std::int64_t width = std::min(a.x + a.width, b.x + b.width) - std::max(a.x, b.x);
    const std::int64_t height = std::min(a.y + a.height, b.y + b.height) - std::max(a.y, b.y);
    if (width <= 0 || height <= 0) {
        return 0.0;
    }
    const std::int64_t intersection = width * height;
    return static_cast<double>(intersection) / static_cast<double>(a.area() + b.area() - intersection);
}

} // namespace fissure
