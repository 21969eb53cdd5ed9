#pragma once

#include "core/base/Result.h"
#include "core/config/RunConfig.h"
#include "core/data/ProposalIndex.h"
#include "core/session/Environment.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace fissure::ui {

/// What a run would take from one folder.
struct SplitPreview {
    std::string folder;         ///< empty: none is chosen
    std::optional<Error> error; ///< why the folder gives no proposals
    std::int64_t found = 0;     ///< proposals in the folder, before the cut
    std::int64_t crack = 0;     ///< as they will be used, after labelling and the cut of the negatives
    std::int64_t noCrack = 0;
    std::int64_t ambiguous = 0; ///< rounded IoU at the label threshold; they keep the label of their name
    IouHistogram histogram;     ///< of those used
    std::vector<SkippedFile> rejected;
    std::vector<Text> warnings; ///< of the scan

    std::int64_t used() const { return crack + noCrack; }
    bool hasOneClassOnly() const { return used() > 0 && (crack == 0 || noCrack == 0); }
};

/// What a configuration means before anything is trained.
struct DataPreview {
    SplitPreview train;
    SplitPreview valid;
    double crackShare = 0.0; ///< expected share of crack among the proposals of an epoch, in [0, 1]
    std::int64_t stepsInEpoch = 0;
    std::int64_t sharedSources = 0;    ///< photographs with proposals in both folders
    bool hasEmulatedPrecision = false; ///< bf16 on hardware without it
    ComputeChoice machine;
    std::int64_t availableMemoryBytes = 0; ///< 0 where it is not known
};

/// A folder that was scanned, or why not; nothing for a folder that is not chosen.
using ScannedFolder = std::optional<Result<ProposalIndex>>;

/// What the folders tell; of the machine it knows nothing.
DataPreview previewOf(const RunConfig& config, const ScannedFolder& train, const ScannedFolder& valid);

/// Share of crack that the sampler draws in an epoch on average, in [0, 1]; 0 without proposals.
double expectedCrackShare(const RunConfig& config, std::int64_t crack, std::int64_t noCrack);

/// Why a run on these folders would be refused; nothing where it would start. Validation may be missing.
std::optional<Error> obstacleOf(const DataPreview& preview);

} // namespace fissure::ui
