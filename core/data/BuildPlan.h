#pragma once

#include "core/base/Result.h"
#include "core/data/Image.h"
#include "core/metrics/TrainMetrics.h"

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace fissure {

/// Where the ground truth of a folder of photographs stands.
struct MaskFolder {
    std::filesystem::path folder; ///< one mask a photograph, of its name up to the extension
};
struct CocoFile {
    std::filesystem::path file;
};
using GroundTruthSource = std::variant<MaskFolder, CocoFile>;

/// A photograph to cut proposals from.
struct PlannedImage {
    std::filesystem::path file;
    std::string source;         ///< first part of its crops' names; no two photographs share it
    std::filesystem::path mask; ///< empty where the boxes come from COCO
    std::vector<Box> boxes;     ///< from COCO
    int statedWidth = 0;        ///< by COCO; 0: not said
    int statedHeight = 0;
};

struct BuildPlan {
    std::vector<PlannedImage> images; ///< in the order of their names
    std::vector<SkippedFile> skipped; ///< files that are no images, images without ground truth
    std::int64_t found = 0;           ///< images in the folder, with ground truth or without
};

/// Lists the photographs and finds the ground truth of each. Photographs that share a stem (wall.jpg,
/// wall.png) get sources that tell them apart (wall_jpg, wall_png). Fails with NotFound, Unreadable,
/// WrongFormat (COCO) or Empty (no photographs, or none with ground truth).
Result<BuildPlan> planBuild(const std::filesystem::path& images, const GroundTruthSource& groundTruth);

} // namespace fissure
