#pragma once

#include "core/data/GroundTruthReader.h"

#include <filesystem>

namespace fissure::ui {

/// The folder or file that holds ground truth of the format for a folder of photographs by common custom:
/// "masks" beside "images", "masks/train" where that is "images/train". Empty where there is none. Asks the
/// file system.
std::filesystem::path guessGroundTruth(const std::filesystem::path& images, GroundTruthFormat format);

/// Where proposals from those photographs would go: "proposals" beside "images", "proposals/train" where that
/// is "images/train". Empty where there are none.
std::filesystem::path guessOut(const std::filesystem::path& images);

} // namespace fissure::ui
