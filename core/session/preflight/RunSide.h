#pragma once

#include "core/base/Result.h"
#include "core/config/RunConfig.h"
#include "core/data/ProposalCheck.h"
#include "core/data/preflight/SplitFindings.h"

#include <cstdint>
#include <filesystem>
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

/// As checks of both sides take it; valid as long as the side is.
inline SplitSide splitOf(const RunSide& side) {
    return {side.folder.index.folder, side.used};
}

/// The sides of a run; without a validation folder it has one.
struct RunSides {
    RunSide train;
    std::optional<RunSide> valid;
};

// What a configuration takes of folders that were looked into, which must outlive the result. Pure.

RunSide trainSideOf(const RunConfig& config, const ProposalCheck& folder);
RunSide validSideOf(const RunConfig& config, const ProposalCheck& folder);
RunSides sidesOf(const RunConfig& config, const ProposalCheck& train, const ProposalCheck* valid);

/// The folders of a configuration, looked into; no crop is opened.
struct RunFolders {
    ProposalCheck train;
    std::optional<ProposalCheck> valid; ///< where the configuration names one
};

/// cache: as scanProposals() takes it. Fails as inspectProposals() does.
Result<RunFolders> inspectFolders(const RunConfig& config, const std::filesystem::path& cache = {});
RunSides sidesOf(const RunConfig& config, const RunFolders& folders);

} // namespace fissure
