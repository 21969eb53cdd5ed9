#pragma once

#include "core/data/GroundTruthReader.h"

#include <filesystem>

namespace fissure::ui {

/// The folder beside that of the photographs that holds ground truth of the format by common custom; empty
/// where there is none.
std::filesystem::path guessGroundTruth(const std::filesystem::path& images, GroundTruthFormat format);

/// Where proposals from those photographs would go: beside them. Empty where there are none.
std::filesystem::path guessOut(const std::filesystem::path& images);

} // namespace fissure::ui
