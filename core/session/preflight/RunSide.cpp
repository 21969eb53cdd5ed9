#include "core/session/preflight/RunSide.h"

#include "core/data/ProposalSelection.h"

#include <utility>

namespace fissure {

namespace {

RunSide sideOf(const ProposalCheck& folder, const SelectionRule& rule) {
    ProposalSelection selection = selectProposals(folder.index, rule);
    return {folder, std::move(selection.proposals), selection.ambiguous};
}

} // namespace

RunSide trainSideOf(const RunConfig& config, const ProposalCheck& folder) {
    return sideOf(folder, trainSelection(config));
}

RunSide validSideOf(const RunConfig& config, const ProposalCheck& folder) {
    return sideOf(folder, validSelection(config));
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

Result<RunFolders> inspectFolders(const RunConfig& config, const std::filesystem::path& cache) {
    auto train = inspectProposals(config.trainDir, cache);
    if (!train) {
        return failure(std::move(train.error()));
    }
    RunFolders folders{std::move(*train), std::nullopt};
    if (config.validDir.empty()) {
        return folders;
    }
    return inspectProposals(config.validDir, cache).map([&](ProposalCheck&& valid) {
        folders.valid = std::move(valid);
        return std::move(folders);
    });
}

} // namespace fissure
