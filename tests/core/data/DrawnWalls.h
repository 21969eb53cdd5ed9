#pragma once

#include "core/data/ConcretePainter.h"
#include "core/data/ImageFile.h"

#include <QTest>
#include <fmt/format.h>

#include <filesystem>
#include <vector>

namespace fissure::test {

/// Writes drawn photographs and their masks: images/wall_0.jpg, masks/wall_0.png and so on.
inline void drawWalls(const std::filesystem::path& folder, int count, int sizePx = 80) {
    std::filesystem::create_directories(folder / "images");
    std::filesystem::create_directories(folder / "masks");
    for (int i = 0; i < count; ++i) {
        const DrawnPhotograph drawn = drawConcrete(sizePx, static_cast<std::uint64_t>(i + 1));
        if (!writeImage(folder / "images" / fmt::format("wall_{}.jpg", i), drawn.image) ||
            !writeMask(folder / "masks" / fmt::format("wall_{}.png", i), drawn.mask)) {
            qFatal("cannot write a test photograph");
        }
    }
}

} // namespace fissure::test
