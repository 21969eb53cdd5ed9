#include "ui/common/ImageConvert.h"

#include <cstring>

namespace fissure::ui {

QImage toQImage(const Image& image) {
    if (image.isEmpty()) {
        return {};
    }
    QImage copy(image.width, image.height, QImage::Format_RGB888);
    const std::size_t rowBytes = static_cast<std::size_t>(image.width) * 3;
    for (int y = 0; y < image.height; ++y) {
        std::memcpy(copy.scanLine(y), image.rgb.data() + static_cast<std::size_t>(y) * rowBytes, rowBytes);
    }
    return copy;
}

} // namespace fissure::ui
