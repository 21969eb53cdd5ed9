#pragma once

#include "core/base/Error.h"
#include "core/data/BuildPlan.h"
#include "core/data/ProposalBuilder.h"

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <vector>

namespace fissure::ui {

/// The folders and files that a build reads.
enum class SourceField { Images, GroundTruth };

/// Why a build with that field would be refused.
struct SourceProblem {
    SourceField field = SourceField::Images;
    Error error;
};

/// Whether the ground truth is where the request says, or wherever it is found by custom.
enum class GroundTruthPlace { AsRequested, Customary };

/// What a build would find.
struct SourceLook {
    std::vector<PlannedImage> images;    ///< to cut proposals from, in the order of their names
    std::int64_t found = 0;              ///< photographs in the folder, with ground truth or without
    std::vector<SkippedFile> skipped;    ///< what the build would leave out
    std::vector<SourceProblem> problems; ///< at most one a field; fields that are empty have none
    /// Where ground truth was found by custom, empty where it was not; nothing where it was not looked for.
    std::optional<std::filesystem::path> customary;
    /// Of the images; nothing where they cannot be read. Safe from any thread.
    std::shared_ptr<const GroundTruthReader> groundTruth;
};

/// Looks into the folders that a request reads; nothing is changed or decoded. Any thread.
SourceLook lookIntoSources(const BuildRequest& request,
                           GroundTruthPlace place = GroundTruthPlace::AsRequested);

} // namespace fissure::ui
