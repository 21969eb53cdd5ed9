#include "core/store/DatasetRecord.h"

#include <algorithm>

namespace fissure {

std::string_view nameOf(DatasetRole role) {
    return role == DatasetRole::Train ? "train" : "valid";
}

std::optional<DatasetRole> datasetRoleFromName(std::string_view name) {
    for (const DatasetRole role : {DatasetRole::Train, DatasetRole::Valid}) {
        if (name == nameOf(role)) {
            return role;
        }
    }
    return std::nullopt;
}

std::vector<RunId> runsOf(const std::vector<DatasetUse>& uses) {
    std::vector<RunId> runs;
    for (const DatasetUse& use : uses) {
        if (std::ranges::find(runs, use.run) == runs.end()) {
            runs.push_back(use.run);
        }
    }
    return runs;
}

} // namespace fissure
