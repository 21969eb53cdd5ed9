#include "core/session/RunData.h"

#include "core/base/Files.h"
#include "core/data/Augmentation.h"
#include "core/data/ImageFile.h"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>

namespace fissure {

namespace {

/// A folder of crops that are all broken would else be noticed an epoch later only.
Result<void> requireReadableCrop(const std::vector<Proposal>& proposals, const std::string& folder) {
    const bool isOneReadable = std::ranges::any_of(proposals, [&](const Proposal& proposal) {
        return readImage(std::filesystem::path(folder) / proposal.file).has_value();
    });
    if (isOneReadable) {
        return {};
    }
    return failure(ErrorCode::Empty, folder,
                   Text("core", "not one of its crops (%1) could be read").with(proposals.size()));
}

/// Takes one folder into data and returns what the run uses of it.
Result<std::vector<Proposal>> collectFolder(DatasetRole role, const std::string& folder, const RunSide& side,
                                            RunData& data) {
    data.datasets.push_back({role, wholeFolder(folder).string(), side.folder.fingerprint});
    for (const SkippedFile& file : side.folder.index.rejected) {
        data.rejected.push_back({(side.folder.index.folder / file.file).string(), file.reason});
    }
    return requireReadableCrop(side.used, folder).map([&] { return side.used; });
}

/// A run on one class has nothing to tell apart.
Result<void> requireBothClasses(const std::vector<Proposal>& proposals, const std::string& folder) {
    const std::int64_t cracks = countOf(proposals, 1);
    if (cracks != 0 && cracks != static_cast<std::int64_t>(proposals.size())) {
        return {};
    }
    Text cause = cracks == 0 ? Text("core", "all proposals (%1) are of one class, no crack")
                             : Text("core", "all proposals (%1) are of one class, crack");
    return failure(ErrorCode::Empty, folder, std::move(cause).with(proposals.size()),
                   Text("core", "choose a folder with both classes, or another label IoU threshold"));
}

} // namespace

Result<RunData> collectRunData(const RunConfig& config, const RunSides& sides) {
    RunData data;
    auto train = collectFolder(DatasetRole::Train, config.trainDir, sides.train, data);
    if (!train) {
        return failure(train.error());
    }
    data.train = std::move(*train);
    if (const auto both = requireBothClasses(data.train, config.trainDir); !both) {
        return failure(both.error());
    }
    if (sides.valid) {
        auto valid = collectFolder(DatasetRole::Valid, config.validDir, *sides.valid, data);
        if (!valid) {
            return failure(valid.error());
        }
        data.valid = std::move(*valid);
    }
    const std::string trainPrint = fingerprintOf(config.trainDir, data.train);
    const std::string validPrint = sides.valid ? fingerprintOf(config.validDir, data.valid) : "";
    data.datasetFingerprint = sha256(trainPrint + validPrint);
    data.evaluationFingerprint =
        sha256(fmt::format("{}\n{:.17g}\n{}", validPrint, config.labelIou, preprocessingName()));
    return data;
}

} // namespace fissure
