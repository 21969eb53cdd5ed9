#include "core/store/DatasetRecord.h"

#include <algorithm>

namespace fissure {

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
