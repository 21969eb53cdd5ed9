#include "core/data/ProposalBuilder.h"

#include "core/data/BuildFolder.h"
#include "core/data/BuildWork.h"
#include "core/data/DatasetWriter.h"
#include "core/data/EarlierBuild.h"
#include "core/data/ProposalName.h"

#include <algorithm>
#include <cmath>
#include <filesystem>
#include <iterator>
#include <system_error>
#include <utility>

namespace fissure {

namespace fs = std::filesystem;

namespace {

/// Those of the names in a folder that a scan takes for proposals.
std::vector<std::string> cropsAmong(const std::vector<std::string>& names, const fs::path& folder) {
    std::vector<std::string> crops;
    std::ranges::copy_if(names, std::back_inserter(crops), [&](const std::string& name) {
        std::error_code error;
        return parseProposalName(name) && fs::is_regular_file(folder / name, error);
    });
    return crops;
}

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

/// Takes the photograph that was cut up last out of the build, crops and all; false where there is none.
bool dropLast(std::vector<Outcome>& outcomes, CropFolder& folder) {
    const auto last = std::find_if(outcomes.rbegin(), outcomes.rend(), [](const Outcome& outcome) {
        return outcome && *outcome && !(*outcome)->isReused;
    });
    if (last == outcomes.rend()) {
        return false;
    }
    for (const std::string& name : cropFileNames(***last)) {
        folder.remove(name);
    }
    last->reset();
    return true;
}

/// Writes what describes the crops. Where the disk has no room left for it, photographs make way.
Result<BuildReport> describe(const BuildRequest& request, const BuildPlan& plan, const fs::path& target,
                             CropFolder& folder, std::vector<Outcome>& outcomes) {
    while (true) {
        auto report = DatasetWriter(request, plan, target, folder).write(outcomes);
        if (report || !folder.isFull() || !dropLast(outcomes, folder)) {
            return report;
        }
    }
}

/// What the photographs that are not done will take, as much each as those that are, less what is free.
std::int64_t megabytesMissing(const std::vector<Outcome>& outcomes, const CropFolder& folder) {
    constexpr double kDescriptions = 1.02; // manifest and the like beside the crops
    const auto left = std::ranges::count_if(outcomes, [](const Outcome& outcome) { return !outcome; });
    const double wanted = static_cast<double>(left) * folder.meanBatchBytes() * kDescriptions;
    std::error_code error;
    const fs::space_info space = fs::space(folder.path(), error);
    const double free = error ? 0.0 : static_cast<double>(space.available);
    return std::max(std::int64_t{1}, static_cast<std::int64_t>(std::ceil((wanted - free) / 1e6)));
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
    auto outcomes = BuildWork(*plan, request.recipe, earlier, folder, onProgress).run(request.threads, stop);
    if (!outcomes) {
        return failure(std::move(outcomes.error()));
    }
    auto report = describe(request, *plan, target->target(), folder, *outcomes);
    const std::int64_t missing = folder.isFull() ? megabytesMissing(*outcomes, folder) : 0;
    const auto published = report
                               .and_then([&](const BuildReport& built) {
                                   return checked(built, request, *plan, target->replaces(),
                                                  losesPhotographs(*plan, *outcomes, earlier));
                               })
                               .and_then([&] { return target->publish(); })
                               .map([&](const std::vector<std::string>& carried) {
                                   report->foreignCrops = cropsAmong(carried, report->folder);
                               });
    if (folder.isFull()) {
        const Text state = published ? Text("core", "%1 of %2 photographs are done and kept")
                                           .with(report->imagesUsed, outcomes->size())
                           : target->replaces() ? Text("core", "the data set that was there stays as it was")
                                                : Text("core", "nothing was kept");
        return failure(ErrorCode::Unwritable, target->target().string(),
                       Text("core", "there is no space left on the disk, about %1 MB more are needed; %2")
                           .with(missing, state),
                       Text("core", "free that much and build again"));
    }
    return published ? std::move(report) : Result<BuildReport>(failure(published.error()));
}

} // namespace fissure
