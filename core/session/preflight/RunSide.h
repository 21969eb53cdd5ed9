#pragma once

#include "core/config/RunConfig.h"
#include "core/data/ProposalCheck.h"

#include <cstdint>
#include <optional>
#include <vector>

namespace fissure {

/// A folder as checks of a run look at it: what it holds, and what the run takes of it.
struct RunSide {
    const ProposalCheck& folder;
    std::vector<Proposal> used; ///< labelled and cut for the run, in the order of the names' bytes
    std::int64_t ambiguous = 0; ///< rounded IoU at the label threshold; they keep the label of their name

    std::int64_t crack() const { return countOf(used, 1); }
    std::int64_t noCrack() const { return static_cast<std::int64_t>(used.size()) - crack(); }
};

/// The sides of a run; without a validation folder it has one.
struct RunSides {
    RunSide train;
    std::optional<RunSide> valid;
};

/// What the configuration takes of folders that were looked into, which must outlive the result. Pure.
RunSides sidesOf(const RunConfig& config, const ProposalCheck& train, const ProposalCheck* valid);

} // namespace fissure
