#pragma once

#include "app/cli/RunJson.h"
#include "core/data/ProposalCheck.h"
#include "core/data/preflight/CropCheck.h"
#include "core/session/preflight/DryBatch.h"
#include "core/session/preflight/EpochDraws.h"

#include <string>

namespace fissure::cli {

/// What is in a folder: proposals by band and label, manifest and description. What is wrong with it is said
/// by findings.
std::string checkText(const ProposalCheck& check);

/// The same with all that is wrong, every file listed. crops: what opening those that a run uses told.
Json toJson(const ProposalCheck& check, const CropCheck& crops, bool isUsable);

Json toJson(const EpochDraws& epoch);
Json toJson(const RunForecast& forecast, std::int64_t epochs);

} // namespace fissure::cli
