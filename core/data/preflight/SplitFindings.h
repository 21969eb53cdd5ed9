#pragma once

#include "core/data/ProposalCheck.h"
#include "core/data/preflight/CropCheck.h"
#include "core/metrics/Finding.h"

#include <filesystem>
#include <optional>
#include <stop_token>
#include <vector>

namespace fissure {

// What training and validation proposals have in common and should not; nothing where all is well.

/// The proposals of a folder that go to one side.
struct SplitSide {
    const std::filesystem::path& folder;
    const std::vector<Proposal>& proposals; ///< in the order of their names' bytes
};

/// "same-folder": both sides are one folder, however it is written.
std::optional<Finding> sameFolder(const std::filesystem::path& train, const std::filesystem::path& valid);

/// "label-thresholds-differ": the folders were built with other label thresholds, as their descriptions say.
/// Pure.
std::optional<Finding> differentThresholds(const ProposalCheck& train, const ProposalCheck& valid);

/// "shared-source": photographs with proposals on both sides. A photograph is told by the path in the
/// manifest where both folders have a manifest with all the crops, else by the source in the crop's name.
/// Reads the manifests; fails as visitManifest() does.
Result<std::optional<Finding>> sharedSources(const SplitSide& train, const SplitSide& valid);

/// "shared-source", too: photographs with validation proposals that are copies of photographs with training
/// proposals, elsewhere or of another name. Told where both folders have a manifest with all the crops; of
/// the photographs that are still there those of one size are compared by SHA-256, which reads them as a
/// whole. Fails as visitManifest() does, or with Stopped.
Result<std::optional<Finding>> copiedSources(const SplitSide& train, const SplitSide& valid,
                                             const std::stop_token& stop);

/// "same-pixels": validation crops whose decoded pixels are those of a training crop. Pure.
std::optional<Finding> samePixels(const SplitSide& train, const CropCheck& trainCrops, const SplitSide& valid,
                                  const CropCheck& validCrops);

} // namespace fissure
