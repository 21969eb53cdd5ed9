#include "ui/data/IouRamp.h"

#include "ui/common/Palette.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace fissure::ui {

namespace {

/// At IoU 0, 0.25, 0.5, 0.75 and 1; between them the mixture.
constexpr std::array<QRgb, 5> kStops{0xff5a3fa8, 0xff3f6fd8, 0xff2f9be6, 0xff4fcdf2, 0xffb8f7ff};

} // namespace

QColor iouColor(double iou) {
    const double place = std::clamp(iou, 0.0, 1.0) * (kStops.size() - 1);
    const auto lower = std::min(static_cast<std::size_t>(std::floor(place)), kStops.size() - 2);
    return blended(QColor::fromRgb(kStops[lower]), QColor::fromRgb(kStops[lower + 1]),
                   place - static_cast<double>(lower));
}

} // namespace fissure::ui
