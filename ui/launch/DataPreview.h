#pragma once

#include "core/base/Result.h"
#include "core/config/RunConfig.h"
#include "core/data/ProposalCheck.h"
#include "core/metrics/Finding.h"
#include "core/session/preflight/SettingFindings.h"

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
    IouHistogram histogram; ///< of those used
    std::vector<SkippedFile> rejected;
    std::string fingerprint; ///< of all that is found; empty where the folder cannot be read

    std::int64_t used() const { return crack + noCrack; }
    bool hasOneClassOnly() const { return used() > 0 && (crack == 0 || noCrack == 0); }
};

/// What a configuration means before anything is trained.
struct DataPreview {
    SplitPreview train;
    SplitPreview valid;
    std::int64_t stepsInEpoch = 0;
    std::vector<Finding> findings; ///< of the quick checks; none where the training folder cannot be read
    ComputeChoice machine;
};

/// A folder that was scanned, or why not; nothing for a folder that is not chosen.
using ScannedFolder = std::optional<Result<ProposalCheck>>;

/// What the folders tell, and what the quick checks find in them.
DataPreview previewOf(const RunConfig& config, const ScannedFolder& train, const ScannedFolder& valid,
                      const MachineFacts& machine);

/// Why a run on these folders would be refused; nothing where it would start. Validation may be missing.
std::optional<Error> obstacleOf(const DataPreview& preview);

} // namespace fissure::ui
