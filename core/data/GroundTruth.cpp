#include "core/data/GroundTruth.h"

#include <algorithm>
#include <cmath>

namespace fissure {

Box boxBetween(double left, double top, double right, double bottom) {
    const auto pixel = [](double edge) { return static_cast<int>(std::lround(edge)); };
    return {pixel(left), pixel(top), pixel(right) - pixel(left), pixel(bottom) - pixel(top)};
}

void addBox(GroundTruth& groundTruth, const Box& box, const ImageSize& size, const Text& origin) {
    if (box.width <= 0 || box.height <= 0) {
        groundTruth.refused.push_back(Text("core", "%1: the box [%2, %3, %4, %5] has no area")
                                          .with(origin, box.x, box.y, box.width, box.height));
        return;
    }
    const int left = std::clamp(box.x, 0, size.width);
    const int top = std::clamp(box.y, 0, size.height);
    const Box inside{left, top, std::clamp(box.x + box.width, 0, size.width) - left,
                     std::clamp(box.y + box.height, 0, size.height) - top};
    if (inside.area() == 0) {
        groundTruth.refused.push_back(
            Text("core", "%1: the box [%2, %3, %4, %5] lies outside the %6 x %7 pixels of the image")
                .with(origin, box.x, box.y, box.width, box.height, size.width, size.height));
        return;
    }
    groundTruth.clipped += inside == box ? 0 : 1;
    groundTruth.boxes.push_back(inside);
}

Result<void> checkStatedSize(const ImageSize& stated, const ImageSize& size, const std::string& origin) {
    if (stated.width > 0 && stated.height > 0 && stated != size) {
        return failure(ErrorCode::OutOfRange, origin,
                       Text("core", "the annotations are for %1 x %2 pixels, the image has %3 x %4")
                           .with(stated.width, stated.height, size.width, size.height));
    }
    return {};
}

} // namespace fissure
