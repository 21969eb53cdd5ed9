#include "ui/data/SourceLook.h"

#include "core/data/BuildFolder.h"
#include "core/data/FolderListing.h"
#include "core/data/ImageFile.h"

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
    auto plan = planBuild(request.images, request.groundTruth, request.recipe.mask);
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

SourceLook lookIntoSources(const BuildRequest& request) {
    SourceLook look;
    if (!request.images.empty()) {
        lookIntoImages(request, look);
    }
    if (!request.out.empty()) {
        if (const auto replaces = BuildFolder::examine(request.out)) {
            look.replaces = *replaces;
        } else {
            look.problems.push_back({SourceField::Out, replaces.error()});
        }
    }
    return look;
}

} // namespace fissure::ui
