#pragma once

#include "core/data/ProposalCheck.h"
#include "core/data/preflight/CropCheck.h"
#include "core/metrics/Finding.h"

#include <optional>
#include <vector>

namespace fissure {

// What is wrong with a folder of proposals, one function a check; nothing where all is well. Pure.

/// "rejected-files": files that do not fit. A warning where images are among them, which may be crops with a
/// name that does not fit, else an info.
std::optional<Finding> rejectedFiles(const ProposalCheck& check);

/// "missing-crops": in the manifest and not in the folder.
std::optional<Finding> missingCrops(const ProposalCheck& check);

/// "unknown-crops": in the folder and not in the manifest beside them.
std::optional<Finding> unknownCrops(const ProposalCheck& check);

/// "iou-contradiction": rows of the manifest that give a crop another IoU than its name.
std::optional<Finding> iouContradictions(const ProposalCheck& check);

/// "label-contradiction": cracks at or below the threshold, others above it.
std::optional<Finding> labelContradictions(const ProposalCheck& check);

/// "dataset-unreadable", "dataset-incomplete" and "dataset-changed", of dataset.json.
std::vector<Finding> descriptionFindings(const ProposalCheck& check);

/// "path-cache": what is to be said of the reference work's path cache, whether it was used or refused.
std::vector<Finding> pathCacheFindings(const ProposalCheck& check);

/// All of the above, label contradictions only where labelIou is 0 and the labels are those of the names.
std::vector<Finding> folderFindings(const ProposalCheck& check, double labelIou);

/// Crops that cannot be decoded and will be left out, a finding for each kind: "empty-crop", "broken-crop",
/// "not-an-image", "oversized-crop" and "unreadable-crop"; and an error "no-readable-crop" where none of
/// those that were checked can be decoded.
std::vector<Finding> damageFindings(const std::filesystem::path& folder, const CropCheck& crops);

} // namespace fissure
