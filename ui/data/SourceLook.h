#pragma once

#include "core/base/Error.h"
#include "core/data/BuildPlan.h"
#include "core/data/ProposalBuilder.h"

#include <cstdint>
#include <memory>
#include <vector>

namespace fissure::ui {

/// The folders and files that a build is asked for.
enum class SourceField { Images, GroundTruth, Out };

/// Why a build with that field would be refused.
struct SourceProblem {
    SourceField field = SourceField::Images;
    Error error;
};

/// What a build would find.
struct SourceLook {
    std::vector<PlannedImage> images;    ///< to cut proposals from, in the order of their names
    std::int64_t found = 0;              ///< photographs in the folder, with ground truth or without
    std::vector<SkippedFile> skipped;    ///< what the build would leave out
    std::vector<SourceProblem> problems; ///< at most one a field; fields that are empty have none
    bool replaces = false;               ///< a data set of ours stands in the out folder
    /// Of the images; nothing where they cannot be read. Safe from any thread.
    std::shared_ptr<const GroundTruthReader> groundTruth;
};

/// Looks into the folders of a request; nothing is changed or decoded. Any thread.
SourceLook lookIntoSources(const BuildRequest& request);

} // namespace fissure::ui
