#include "core/data/ProposalBuilder.h"

#include "core/data/BuildFolder.h"
#include "core/data/BuildWork.h"
#include "core/data/DatasetWriter.h"
#include "core/data/EarlierBuild.h"

#include <algorithm>
#include <utility>

namespace fissure {

namespace {

/// Whether a photograph of the earlier data set would be missing from the new one because its turn did not
/// come.
bool losesPhotographs(const BuildPlan& plan, const std::vector<Outcome>& outcomes,
                      const EarlierBuild& earlier) {
    for (std::size_t i = 0; i < outcomes.size(); ++i) {
        if (!outcomes[i] && earlier.has(plan.images[i].source)) {
            return true;
        }
    }
    return false;
}

/// Whether what was made is worth publishing.
Result<void> checked(const BuildReport& report, const BuildRequest& request, const BuildPlan& plan,
                     bool replaces, bool loses) {
    const std::string folder = report.folder.string();
    if (!report.isComplete && replaces && (loses || report.imagesUsed == report.imagesReused)) {
        return failure(ErrorCode::Stopped, folder,
                       Text("core", "the build was stopped; the data set that was there stays as it was"));
    }
    if (!report.isComplete && report.imagesUsed == 0) {
        return failure(ErrorCode::Stopped, folder,
                       Text("core", "the build was stopped before its first image"));
    }
    if (report.imagesUsed == 0) {
        return failure(noneUsable(request.images, plan, report.skipped));
    }
    if (report.positives + report.negatives + report.groundTruthCrops == 0) {
        return failure(ErrorCode::Empty, request.images.string(),
                       Text("core", "its %1 images gave no proposals").with(report.imagesUsed));
    }
    return {};
}

} // namespace

Result<BuildReport> buildProposals(const BuildRequest& request, const BuildProgressCallback& onProgress,
                                   std::stop_token stop) {
    const auto plan = planBuild(request.images, request.groundTruth, request.recipe.mask);
    if (!plan) {
        return failure(plan.error());
    }
    auto target = BuildFolder::open(request.out);
    if (!target) {
        return failure(std::move(target.error()));
    }
    CropFolder folder(target->staging());
    const EarlierBuild earlier = target->replaces() ? EarlierBuild::read(target->target()) : EarlierBuild();
    const auto outcomes =
        BuildWork(*plan, request.recipe, earlier, folder, onProgress).run(request.threads, stop);
    if (!outcomes) {
        return failure(outcomes.error());
    }
    auto report = DatasetWriter(request, *plan, target->target(), folder).write(*outcomes);
    if (!report) {
        return report;
    }
    auto published =
        checked(*report, request, *plan, target->replaces(), losesPhotographs(*plan, *outcomes, earlier));
    if (published) {
        published = target->publish();
    }
    return published ? std::move(report) : Result<BuildReport>(failure(std::move(published.error())));
}

} // namespace fissure
