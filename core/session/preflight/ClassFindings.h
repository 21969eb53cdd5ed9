#pragma once

#include "core/metrics/Finding.h"
#include "core/session/preflight/RunSide.h"

#include <optional>
#include <vector>

namespace fissure {

// What the labels of a run's proposals tell. Pure; nothing where all is well.

/// "one-class": an error where all training proposals have one label, for there is nothing to tell apart.
std::optional<Finding> oneTrainClass(const std::filesystem::path& folder, const std::vector<Proposal>& used);

/// "one-class": a warning where all validation proposals have one label.
std::optional<Finding> oneValidClass(const RunSide& valid);

/// "ambiguous-labels": rounded IoUs right at the threshold.
std::optional<Finding> ambiguousLabels(const RunSide& side, double labelIou);

/// "class-balance": how many cracks there are, and how many an epoch shows under the sampler.
std::optional<Finding> classBalance(const RunConfig& config, const RunSide& train);

/// "rare-cracks": less than one crack a batch on average.
std::optional<Finding> rareCracks(const RunConfig& config, const RunSide& train);

/// All of the above.
std::vector<Finding> classFindings(const RunConfig& config, const RunSides& sides);

} // namespace fissure
