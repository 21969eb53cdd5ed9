#pragma once

#include "core/data/Image.h"

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace fissure::test {

/// A grey square with noise and, where crack is true, a dark diagonal line: what a test's classifier learns
/// from.
Image drawCrop(int sizePx, bool crack, std::uint64_t seed);

/// Writes count crops named like proposals, every second one a crack ("wall.3.0_71.1.jpg"); their names.
std::vector<std::string> writeCrops(const std::filesystem::path& folder, int count, int sizePx,
                                    std::uint64_t seed = 1, const std::string& source = "wall");

/// The uav75 photographs: $FISSURE_PHOTOGRAPHS, else data/uav75 in a folder beside the project; an empty path
/// where they are absent (tests then skip, saying so).
std::filesystem::path realPhotographs();

} // namespace fissure::test
