#pragma once

#include "core/base/Result.h"
#include "core/data/GroundTruthReader.h"
#include "core/data/ProposalRecipe.h"
#include "core/metrics/TrainMetrics.h"

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace fissure {

/// What dataset.json says of a folder of proposals: what it was built from, how, and what came of it. The
/// same input gives the same bytes.
struct DatasetDescription {
    std::string program;     ///< version that built it
    std::string images;      ///< folder, relative to the data set's
    std::string groundTruth; ///< folder or file of the ground truth, relative to the data set's
    GroundTruthFormat groundTruthFormat = GroundTruthFormat::Masks;
    ProposalRecipe recipe;
    bool isComplete = true; ///< false: it ended before all photographs were done
    std::int64_t imagesFound = 0;
    std::int64_t imagesUsed = 0;
    std::int64_t positives = 0; ///< without the ground-truth crops
    std::int64_t negatives = 0;
    std::int64_t groundTruthCrops = 0;
    std::int64_t clippedBoxes = 0;         ///< ground truth that reached over the edge of its photograph
    std::vector<SkippedFile> refusedBoxes; ///< ground truth that was left out; the file is the photograph's
    std::vector<SkippedFile> skipped;
    std::string fingerprint; ///< as fingerprintOf() gave it when the folder was built

    bool operator==(const DatasetDescription&) const = default;
};

std::string toJson(const DatasetDescription& description);

/// The recipe as it stands there, on one line.
std::string toJson(const ProposalRecipe& recipe);

/// What toJson() gave. Fails with WrongFormat.
Result<ProposalRecipe> recipeFromJson(const std::string& json);

/// Reads the folder's dataset.json. Fails with NotFound, Unreadable or WrongFormat.
Result<DatasetDescription> readDatasetFile(const std::filesystem::path& folder);

} // namespace fissure
