#include "core/data/ProposalBuilder.h"

#include "core/data/BuildFolder.h"
#include "core/data/BuildJournal.h"
#include "core/data/BuildWork.h"
#include "core/data/DatasetWriter.h"
#include "core/data/EarlierBuild.h"
#include "core/data/ProposalName.h"

#include <algorithm>
#include <cmath>
#include <filesystem>
#include <iterator>
#include <optional>
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

/// What a build has in hand while its crops are made.
struct Build {
    const BuildRequest& request;
    const BuildPlan& plan;
    BuildFolder& target;
    CropFolder& folder;
    BuildJournal& journal;
    const EarlierBuilds& earlier;
    std::vector<Outcome> outcomes;
    bool isFull = false; ///< the disk was, at any time
};

/// Whether a photograph of the earlier data set would be missing from the new one although nothing is wrong
/// with it.
bool losesPhotographs(const Build& build) {
    for (std::size_t i = 0; i < build.outcomes.size(); ++i) {
        if (!isDone(build.outcomes[i]) && build.earlier.replaced.has(build.plan.images[i].source)) {
            return true;
        }
    }
    return false;
}

/// Whether it is a photograph whose crops the earlier data set does not have as well.
bool isGain(const Build& build, const Outcome& outcome) {
    return outcome && *outcome && (!(*outcome)->isReused || !build.earlier.replaced.hasSame(**outcome));
}

/// The failure of the first photograph that would not be one's own; none where the build was only stopped.
const Error* firstLoss(const std::vector<Outcome>& outcomes) {
    const auto lost =
        std::ranges::find_if(outcomes, [](const Outcome& outcome) { return outcome && !isDone(outcome); });
    return lost == outcomes.end() ? nullptr : &(*lost)->error();
}

/// Why an incomplete build is not to take its place.
Error incomplete(const Build& build, bool staysAsItWas) {
    const Error* loss = firstLoss(build.outcomes);
    if (loss == nullptr) {
        return {ErrorCode::Stopped,
                build.target.target().string(),
                staysAsItWas
                    ? Text("core", "the build was stopped; the data set that was there stays as it was")
                    : Text("core", "the build was stopped before its first image"),
                {}};
    }
    Error error = *loss;
    if (staysAsItWas) {
        error.cause = Text("core", "%1; the data set that was there stays as it was").with(loss->cause);
    }
    return error;
}

/// Whether what was made is worth publishing.
Result<void> checked(const BuildReport& report, const Build& build) {
    if (!report.isComplete && build.target.replaces()) {
        const bool gains = std::ranges::any_of(
            build.outcomes, [&](const Outcome& outcome) { return isGain(build, outcome); });
        if (losesPhotographs(build) || !gains) {
            return failure(incomplete(build, true));
        }
    }
    if (!report.isComplete && report.imagesUsed == 0) {
        return failure(incomplete(build, false));
    }
    if (report.imagesUsed == 0) {
        return failure(noneUsable(build.request.images, build.plan, report.skipped));
    }
    if (report.positives + report.negatives + report.groundTruthCrops == 0) {
        return failure(ErrorCode::Empty, build.request.images.string(),
                       Text("core", "its images (%1) gave no proposals").with(report.imagesUsed));
    }
    return {};
}

/// Takes so many photographs out of the build, the last ones in the plan's order that the earlier data set
/// does not have as well, crops and all; false where there is none.
bool dropLast(Build& build, std::size_t count) {
    std::size_t dropped = 0;
    for (auto last = build.outcomes.rbegin(); last != build.outcomes.rend() && dropped < count; ++last) {
        if (isGain(build, *last)) {
            for (const std::string& name : cropFileNames(***last)) {
                build.folder.remove(name);
            }
            last->reset();
            ++dropped;
        }
    }
    return dropped > 0;
}

/// Writes what describes the crops. Where the disk has no room left for it, the journal makes way, then
/// photographs, twice as many each time: each time all is written anew.
Result<BuildReport> describe(Build& build) {
    std::size_t toDrop = build.isFull ? 1 : 0;
    while (true) {
        if (build.isFull) {
            build.journal.discard();
        }
        build.folder.forgetFull();
        auto report = DatasetWriter(build.request, build.plan, build.target.target(), build.folder)
                          .write(build.outcomes);
        if (report || !build.folder.isFull()) {
            return report;
        }
        build.isFull = true;
        if (toDrop > 0 && !dropLast(build, toDrop)) {
            return report;
        }
        toDrop = std::max<std::size_t>(1, 2 * toDrop);
    }
}

/// What the photographs whose turn did not come will take, as much each as the others, and the file that
/// there was no space for, less what is free. Nothing where no crop says how large they are.
std::optional<std::int64_t> megabytesMissing(const Build& build) {
    constexpr double kDescriptions = 1.02; // manifest and the like beside the crops
    const auto left = std::ranges::count_if(build.outcomes, [](const Outcome& outcome) { return !outcome; });
    const double batch = build.folder.meanBatchBytes();
    if (left > 0 && batch <= 0.0) {
        return std::nullopt;
    }
    const double wanted =
        static_cast<double>(left) * batch * kDescriptions + static_cast<double>(build.folder.refusedBytes());
    std::error_code error;
    const fs::space_info space = fs::space(build.folder.path(), error);
    const double free = error ? 0.0 : static_cast<double>(space.available);
    return std::max(std::int64_t{1}, static_cast<std::int64_t>(std::ceil((wanted - free) / 1e6)));
}

/// used: photographs that were published; none where nothing was.
Error diskIsFull(const Build& build, std::optional<std::int64_t> megabytes,
                 std::optional<std::int64_t> used) {
    const Text state =
        used ? Text("core", "%1 of %2 photographs are done and kept").with(*used, build.outcomes.size())
        : build.target.replaces() ? Text("core", "the data set that was there stays as it was")
                                  : Text("core", "nothing was kept");
    const std::string folder = build.target.target().string();
    return megabytes
               ? Error{ErrorCode::Unwritable, folder,
                       Text("core", "there is no space left on the disk, about %1 MB more are needed; %2")
                           .with(*megabytes, state),
                       Text("core", "free that much and build again")}
               : Error{ErrorCode::Unwritable, folder,
                       Text("core", "there is no space left on the disk; %1").with(state),
                       Text("core", "free some space and build again")};
}

/// Describes what was made and publishes it.
Result<BuildReport> finish(Build& build) {
    auto report = describe(build);
    if (!report && !build.folder.isFull()) {
        return report;
    }
    const auto missing = build.isFull ? megabytesMissing(build) : std::nullopt;
    const auto published = report.and_then([&](const BuildReport& built) { return checked(built, build); })
                               .and_then([&] { return build.target.publish(); })
                               .map([&](const std::vector<std::string>& carried) {
                                   report->foreignCrops = cropsAmong(carried, report->folder);
                               });
    if (build.isFull) {
        return failure(
            diskIsFull(build, missing, published ? std::optional(report->imagesUsed) : std::nullopt));
    }
    return published ? std::move(report) : Result<BuildReport>(failure(published.error()));
}

/// Leaves what is done for the next build where this one was stopped, or failed for a reason that may pass.
Error keptForTheNext(Error error, BuildFolder& target, const BuildJournal& journal) {
    if (error.code != ErrorCode::Empty && journal.count() > 0) {
        target.keep();
        if (error.advice.empty()) {
            error.advice = Text("core", "what is done is kept for the next build");
        }
    }
    return error;
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
    EarlierBuilds earlier;
    if (target->replaces()) {
        earlier.replaced = EarlierBuild::read(target->target());
    }
    if (!target->leftover().empty()) {
        earlier.leftover = EarlierBuild::readUnfinished(target->leftover());
    }
    CropFolder folder(target->staging());
    BuildJournal journal(target->staging());
    BuildWork work(*plan, request.recipe, earlier, folder, journal, onProgress);
    if (work.takeOver(request.threads, stop)) {
        if (auto dropped = target->dropLeftover(); !dropped) {
            return failure(std::move(dropped.error()));
        }
    }
    auto outcomes = work.cutRest(request.threads, stop);
    if (!outcomes) {
        return failure(keptForTheNext(std::move(outcomes.error()), *target, journal));
    }
    Build build{request, *plan, *target, folder, journal, earlier, std::move(*outcomes), folder.isFull()};
    return finish(build).map_error([&](Error error) {
        return build.isFull ? std::move(error) : keptForTheNext(std::move(error), *target, journal);
    });
}

} // namespace fissure
