#include "core/session/preflight/RunSide.h"

#include <utility>

namespace fissure {

namespace {

RunSide sideOf(const ProposalCheck& folder, double labelIou, std::int64_t negatives) {
    ProposalSelection selection = selectProposals(folder.index, labelIou, negatives);
    return {folder, std::move(selection.proposals), selection.ambiguous};
}

} // namespace

RunSide trainSideOf(const RunConfig& config, const ProposalCheck& folder) {
    return sideOf(folder, config.labelIou, config.trainNegatives);
}

RunSide validSideOf(const RunConfig& config, const ProposalCheck& folder) {
    return sideOf(folder, config.labelIou, config.validNegatives);
}

RunSides sidesOf(const RunConfig& config, const ProposalCheck& train, const ProposalCheck* valid) {
    RunSides sides{trainSideOf(config, train), std::nullopt};
    if (valid != nullptr) {
        sides.valid.emplace(validSideOf(config, *valid));
    }
    return sides;
}

RunSides sidesOf(const RunConfig& config, const RunFolders& folders) {
    return sidesOf(config, folders.train, folders.valid ? &*folders.valid : nullptr);
}

Result<RunFolders> inspectFolders(const RunConfig& config) {
    auto train = inspectProposals(config.trainDir);
    if (!train) {
        return failure(std::move(train.error()));
    }
    RunFolders folders{std::move(*train), std::nullopt};
    if (config.validDir.empty()) {
        return folders;
    }
    return inspectProposals(config.validDir).map([&](ProposalCheck&& valid) {
        folders.valid = std::move(valid);
        return std::move(folders);
    });
}

} // namespace fissure
