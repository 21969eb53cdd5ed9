#include "core/session/preflight/RunSide.h"

#include <utility>

namespace fissure {

namespace {

RunSide sideOf(const ProposalCheck& folder, double labelIou, std::int64_t negatives) {
    ProposalSelection selection = selectProposals(folder.index, labelIou, negatives);
    return {folder, std::move(selection.proposals), selection.ambiguous};
}

} // namespace

RunSides sidesOf(const RunConfig& config, const ProposalCheck& train, const ProposalCheck* valid) {
    RunSides sides{sideOf(train, config.labelIou, config.trainNegatives), std::nullopt};
    if (valid != nullptr) {
        sides.valid.emplace(sideOf(*valid, config.labelIou, config.validNegatives));
    }
    return sides;
}

} // namespace fissure
