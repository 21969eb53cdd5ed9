#include "core/session/RunData.h"

#include "core/base/Files.h"
#include "core/data/Augmentation.h"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>

namespace fissure {

namespace {

std::int64_t cracksIn(const std::vector<Proposal>& proposals) {
    return std::ranges::count(proposals, 1, &Proposal::label);
}

/// Scans one folder into data and returns what the run uses of it.
Result<std::vector<Proposal>> collectFolder(const std::string& folder, double labelIou,
                                            std::int64_t negatives, RunData& data) {
    auto index = scanProposals(folder);
    if (!index) {
        return failure(index.error());
    }
    for (SkippedFile& file : index->rejected) {
        data.rejected.push_back({(index->folder / file.file).string(), std::move(file.reason)});
    }
    ProposalSelection selection = selectProposals(*index, labelIou, negatives);
    if (selection.ambiguous > 0) {
        data.warnings.push_back(
            fmt::format("In {}, {} proposals have only a rounded IoU within 0.005 of the label "
                        "threshold {:g}; they keep the label of their name.",
                        folder, selection.ambiguous, labelIou));
    }
    return std::move(selection.proposals);
}

/// A run on one class has nothing to tell apart.
Result<void> requireBothClasses(const std::vector<Proposal>& proposals, const std::string& folder) {
    const std::int64_t cracks = cracksIn(proposals);
    if (cracks != 0 && cracks != static_cast<std::int64_t>(proposals.size())) {
        return {};
    }
    return failure(ErrorCode::Empty, folder,
                   fmt::format("all {} proposals are of one class, {}", proposals.size(),
                               cracks == 0 ? "no crack" : "crack"),
                   "choose a folder with both classes, or another label IoU threshold");
}

} // namespace

Result<RunData> collectRunData(const RunConfig& config) {
    RunData data;
    auto train = collectFolder(config.trainDir, config.labelIou, config.trainNegatives, data);
    if (!train) {
        return failure(train.error());
    }
    data.train = std::move(*train);
    if (const auto both = requireBothClasses(data.train, config.trainDir); !both) {
        return failure(both.error());
    }
    if (config.validDir.empty()) {
        data.warnings.emplace_back(
            "There are no validation proposals; the best weights are those of the lowest "
            "training loss.");
    } else {
        auto valid = collectFolder(config.validDir, config.labelIou, config.validNegatives, data);
        if (!valid) {
            return failure(valid.error());
        }
        data.valid = std::move(*valid);
        if (const auto both = requireBothClasses(data.valid, config.validDir); !both) {
            data.warnings.push_back(both.error().message());
        }
    }
    const std::string trainPrint = fingerprintOf(config.trainDir, data.train);
    const std::string validPrint = config.validDir.empty() ? "" : fingerprintOf(config.validDir, data.valid);
    data.datasetFingerprint = sha256(trainPrint + validPrint);
    data.evaluationFingerprint =
        sha256(fmt::format("{}\n{:.17g}\n{}", validPrint, config.labelIou, preprocessingName()));
    return data;
}

} // namespace fissure
