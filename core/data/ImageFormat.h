#pragma once

#include "core/config/Enums.h"

namespace fissure {

/// What images are written as.
enum class ImageFormat { Jpeg, Png, WebP };

/// Their extensions, too.
template <>
struct EnumNames<ImageFormat> {
    static constexpr std::array<std::string_view, 3> names{"jpg", "png", "webp"};
};

} // namespace fissure
