#include "core/data/ManifestDifference.h"

#include "core/data/Manifest.h"

#include <algorithm>
#include <system_error>
#include <utility>

namespace fissure {

Result<ManifestDifference> compareWithManifest(const ProposalIndex& index) {
    ManifestDifference difference;
    if (!index.hasManifest) {
        return difference;
    }
    std::vector<bool> isKnown(index.proposals.size(), false);
    const auto visit = [&](ManifestRow&& row) {
        const auto found = std::ranges::lower_bound(index.proposals, row.crop, {}, &Proposal::file);
        std::error_code error;
        if (found != index.proposals.end() && found->file == row.crop) {
            auto known = isKnown.begin() + (found - index.proposals.begin());
            if (!found->iouIsExact && !*known) {
                difference.otherIou.push_back(
                    {row.crop,
                     Text("core", "IoU %1 in the name, %2 in the manifest").with(found->iou, row.iou)});
            }
            *known = true;
        } else if (!std::filesystem::exists(index.folder / row.crop, error)) {
            difference.missing.push_back(std::move(row.crop));
        }
    };
    return visitManifest(index.folder, visit).map([&] {
        for (std::size_t i = 0; i < isKnown.size(); ++i) {
            if (!isKnown[i]) {
                difference.unknown.push_back(index.proposals[i].file);
            }
        }
        return std::move(difference);
    });
}

} // namespace fissure
