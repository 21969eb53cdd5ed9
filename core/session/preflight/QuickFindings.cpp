#include "core/session/preflight/QuickFindings.h"

#include "core/data/preflight/FolderFindings.h"
#include "core/data/preflight/SplitFindings.h"
#include "core/session/preflight/ClassFindings.h"

#include <utility>

namespace fissure {

namespace {

/// Of a run with both sides.
Result<std::vector<Finding>> splitFindings(const RunSide& train, const RunSide& valid) {
    std::vector<Finding> findings;
    if (auto same = sameFolder(train.folder.index.folder, valid.folder.index.folder)) {
        findings.push_back(std::move(*same));
        return findings;
    }
    append(findings, differentThresholds(train.folder, valid.folder));
    return sharedSources(splitOf(train), splitOf(valid)).map([&](std::optional<Finding>&& shared) {
        append(findings, std::move(shared));
        return std::move(findings);
    });
}

} // namespace

Result<std::vector<Finding>> dataFindings(const RunConfig& config, const RunSides& sides) {
    std::vector<Finding> findings = folderFindings(sides.train.folder, config.labelIou);
    append(findings, classFindings(config, sides));
    if (!sides.valid) {
        return findings;
    }
    append(findings, folderFindings(sides.valid->folder, config.labelIou));
    return splitFindings(sides.train, *sides.valid).map([&](std::vector<Finding>&& split) {
        append(findings, std::move(split));
        return std::move(findings);
    });
}

Result<std::vector<Finding>> quickFindings(const RunConfig& config, const RunSides& sides,
                                           const MachineFacts& machine) {
    return dataFindings(config, sides).map([&](std::vector<Finding>&& findings) {
        append(findings, settingFindings(config, std::ssize(sides.train.used), machine));
        sortBySeverity(findings);
        return std::move(findings);
    });
}

} // namespace fissure
