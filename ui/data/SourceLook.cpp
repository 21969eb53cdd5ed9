#include "ui/data/SourceLook.h"

#include "core/data/FolderListing.h"
#include "core/data/ImageFile.h"
#include "ui/common/Guarded.h"
#include "ui/data/SourceGuess.h"

#include <algorithm>
#include <utility>

namespace fissure::ui {

namespace {

void lookIntoImages(const BuildRequest& request, SourceLook& look) {
    const auto listing = listFolder(request.images);
    if (!listing) {
        look.problems.push_back({SourceField::Images, listing.error()});
        return;
    }
    const bool hasImages = std::ranges::any_of(listing->names, isImageFile);
    if (hasImages && request.groundTruth.path.empty()) {
        return;
    }
    // A COCO file of any size is read into memory here.
    auto plan = guarded(request.groundTruth.path.string(),
                        [&] { return planBuild(request.images, request.groundTruth, request.recipe.mask); });
    if (!plan) {
        look.problems.push_back(
            {hasImages ? SourceField::GroundTruth : SourceField::Images, std::move(plan.error())});
        return;
    }
    look.images = std::move(plan->images);
    look.found = plan->found;
    look.skipped = std::move(plan->skipped);
    look.groundTruth = std::move(plan->groundTruth);
}

} // namespace

SourceLook lookIntoSources(const BuildRequest& request, GroundTruthPlace place) {
    SourceLook look;
    BuildRequest wanted = request;
    if (place == GroundTruthPlace::Customary) {
        look.customary = guessGroundTruth(request.images, request.groundTruth.format);
        wanted.groundTruth.path = *look.customary;
    }
    if (!wanted.images.empty()) {
        lookIntoImages(wanted, look);
    }
    return look;
}

} // namespace fissure::ui
