#pragma once

#include "core/base/Result.h"
#include "core/data/GroundTruthReader.h"
#include "core/metrics/TrainMetrics.h"

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

namespace fissure {

/// A photograph to cut proposals from.
struct PlannedImage {
    std::filesystem::path file;
    std::string source; ///< first part of its crops' names; no two photographs share it, whatever the case
};

struct BuildPlan {
    std::vector<PlannedImage> images; ///< in the order of their names
    /// By name: files that are no images, images without ground truth, ground truth that no image uses.
    std::vector<SkippedFile> skipped;
    std::int64_t found = 0; ///< photographs in the folder, with ground truth or without
    std::unique_ptr<const GroundTruthReader> groundTruth;
};

/// Lists the photographs that have ground truth. Photographs that share a stem (wall.jpg, wall.png) get
/// sources that tell them apart (wall_jpg, wall_png), unless one is the mask of the other, and so do those
/// that only large and small letters tell apart (Wall_jpg, wall_jpg_2); of a name that would leave no room
/// for the rest of a crop's name the first 200 bytes are the source. Fails with NotFound, Unreadable,
/// WrongFormat (COCO) or Empty (no photographs, or none with ground truth).
Result<BuildPlan> planBuild(const std::filesystem::path& images, const GroundTruthSource& groundTruth,
                            const MaskBoxSettings& mask = {});

/// Why a photograph of the plan was left out after all.
SkippedFile leftOut(const PlannedImage& image, const Error& error);

/// The Error where every photograph of the plan was left out; it gives the reason of the first.
Error noneUsable(const std::filesystem::path& images, const BuildPlan& plan,
                 const std::vector<SkippedFile>& skipped);

} // namespace fissure
