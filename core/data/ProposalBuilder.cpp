#include "core/data/ProposalBuilder.h"

#include "core/base/BuildInfo.h"
#include "core/base/Files.h"
#include "core/data/BuildFolder.h"
#include "core/data/Coco.h"
#include "core/data/DatasetFile.h"
#include "core/data/Manifest.h"
#include "core/data/ProposalCutter.h"

#include <fmt/format.h>

#include <algorithm>
#include <exception>
#include <fstream>
#include <mutex>
#include <optional>
#include <thread>

namespace fissure {

namespace fs = std::filesystem;

namespace {

using SteadyClock = std::chrono::steady_clock;

/// What became of a planned photograph: cut, refused, or nothing when the build was stopped before it.
using Outcome = std::optional<Result<CutImage>>;

/// These concern the build as a whole, not one photograph.
bool endsBuild(ErrorCode code) {
    return code == ErrorCode::Unwritable;
}

/// Hands photographs to threads and collects what they make of them.
class ParallelCut {
public:
    ParallelCut(const BuildPlan& plan, const ProposalRecipe& recipe, const fs::path& folder,
                const BuildProgressCallback& onProgress)
        : m_plan(plan)
        , m_recipe(recipe)
        , m_folder(folder)
        , m_onProgress(onProgress)
        , m_outcomes(plan.images.size()) {}

    /// One for each planned photograph, or the error that ended the build.
    Result<std::vector<Outcome>> run(int threads, const std::stop_token& stop) {
        std::stop_callback passOn(stop, [&] { m_stop.request_stop(); });
        const int wanted = threads > 0 ? threads : static_cast<int>(std::thread::hardware_concurrency());
        const int count = std::clamp(wanted, 1, std::max(1, static_cast<int>(m_plan.images.size())));
        {
            std::vector<std::jthread> workers;
            for (int i = 0; i < count; ++i) {
                workers.emplace_back([this] { work(); });
            }
        }
        if (m_fatal) {
            return failure(*m_fatal);
        }
        return std::move(m_outcomes);
    }

private:
    void work() {
        while (const std::optional<std::size_t> index = takeNext()) {
            Result<CutImage> result = cutSafely(m_plan.images[*index]);
            const std::lock_guard guard(m_mutex);
            if (!result && endsBuild(result.error().code) && !m_fatal) {
                m_fatal = result.error();
                m_stop.request_stop();
            }
            const bool isStopped = !result && result.error().code == ErrorCode::Stopped;
            if (!isStopped) {
                m_outcomes[*index] = std::move(result);
                reportProgress();
            }
        }
    }

    Result<CutImage> cutSafely(const PlannedImage& image) const {
        try {
            return cutProposals(image, *m_plan.groundTruth, m_recipe, m_folder, m_stop.get_token());
        } catch (const std::bad_alloc&) {
            return failure(ErrorCode::OutOfMemory, image.file.string(), "there is not enough memory for it");
        } catch (const std::exception& exception) {
            return failure(ErrorCode::Internal, image.file.string(), exception.what());
        }
    }

    std::optional<std::size_t> takeNext() {
        const std::lock_guard guard(m_mutex);
        if (m_stop.stop_requested() || m_next == m_plan.images.size()) {
            return std::nullopt;
        }
        return m_next++;
    }

    /// With the mutex held.
    void reportProgress() {
        ++m_done;
        if (!m_onProgress) {
            return;
        }
        const double seconds = std::chrono::duration<double>(SteadyClock::now() - m_started).count();
        BuildProgress progress{m_done, static_cast<std::int64_t>(m_plan.images.size()), 0.0, {}};
        if (seconds > 0.0) {
            progress.imagesPerSecond = static_cast<double>(m_done) / seconds;
            const double left = static_cast<double>(progress.total - m_done) / progress.imagesPerSecond;
            progress.timeLeft = std::chrono::milliseconds(static_cast<std::int64_t>(left * 1000.0));
        }
        m_onProgress(progress);
    }

    const BuildPlan& m_plan;
    const ProposalRecipe& m_recipe;
    const fs::path& m_folder;
    const BuildProgressCallback& m_onProgress;
    const SteadyClock::time_point m_started = SteadyClock::now();
    std::stop_source m_stop;
    std::mutex m_mutex; // guards what follows
    std::vector<Outcome> m_outcomes;
    std::size_t m_next = 0;
    std::int64_t m_done = 0;
    std::optional<Error> m_fatal;
};

/// As a data set that is moved together with its photographs needs it.
std::string relativeTo(const fs::path& folder, const fs::path& path) {
    std::error_code error;
    const fs::path whole = fs::weakly_canonical(fs::absolute(path), error);
    const fs::path relative = whole.lexically_relative(folder);
    return relative.empty() ? whole.string() : relative.string();
}

/// Writes the files that describe the crops, and counts.
class Bookkeeping {
public:
    Bookkeeping(const BuildRequest& request, const BuildPlan& plan, const BuildFolder& folder)
        : m_plan(plan)
        , m_folder(folder) {
        m_description.program = programVersion();
        m_description.recipe = request.recipe;
        m_description.images = relativeTo(folder.target(), request.images);
        m_description.groundTruth = relativeTo(folder.target(), request.groundTruth.path);
        m_description.groundTruthFormat = request.groundTruth.format;
        m_description.imagesFound = plan.found;
        m_description.skipped = plan.skipped;
    }

    Result<BuildReport> write(const std::vector<Outcome>& outcomes) {
        std::ofstream manifest(m_folder.staging() / kManifestFile, std::ios::binary);
        manifest << manifestHeading();
        for (std::size_t i = 0; i < outcomes.size(); ++i) {
            add(m_plan.images[i], outcomes[i], manifest);
        }
        manifest.close();
        if (!manifest) {
            return failure(ErrorCode::Unwritable, (m_folder.target() / kManifestFile).string(),
                           "it cannot be written, the disk may be full");
        }
        std::ranges::sort(m_description.skipped, {}, &SkippedFile::file);
        m_description.fingerprint = fingerprintOf(m_folder.staging(), m_proposals);
        auto written = writeFileAtomically(m_folder.staging() / kGroundTruthFile, toCocoJson(m_groundTruth));
        if (written) {
            written = writeFileAtomically(m_folder.staging() / kDatasetFile, toJson(m_description));
        }
        return written.map([&] { return report(); });
    }

private:
    void add(const PlannedImage& image, const Outcome& outcome, std::ostream& manifest) {
        if (!outcome) {
            m_description.isComplete = false;
        } else if (!*outcome) {
            m_description.skipped.push_back(leftOut(image, outcome->error()));
        } else {
            ++m_description.imagesUsed;
            addCuts(image, **outcome, manifest);
        }
    }

    void addCuts(const PlannedImage& image, const CutImage& cut, std::ostream& manifest) {
        const std::string source = relativeTo(m_folder.target(), image.file);
        for (std::size_t i = 0; i < cut.cuts.size(); ++i) {
            const ProposalCut& each = cut.cuts[i];
            ManifestRow row{cropFileName(image.source, cut.cuts, i),
                            source,
                            cut.width,
                            cut.height,
                            each.box,
                            each.iou,
                            std::nullopt,
                            std::nullopt};
            if (each.groundTruth) {
                row.groundTruthId = static_cast<std::int64_t>(*each.groundTruth);
                row.groundTruth = cut.groundTruth.boxes[*each.groundTruth];
            }
            manifest << toCsvLine(row);
            m_proposals.push_back({std::move(row.crop), each.iou, each.label, true});
            ++(each.isGroundTruth ? m_description.groundTruthCrops
               : each.label == 1  ? m_description.positives
                                  : m_description.negatives);
        }
        const std::string name = image.file.filename().string();
        m_description.clippedBoxes += cut.groundTruth.clipped;
        for (const std::string& reason : cut.groundTruth.refused) {
            m_description.refusedBoxes.push_back({name, reason});
        }
        m_groundTruth.push_back({name, cut.width, cut.height, cut.groundTruth.boxes});
    }

    BuildReport report() const {
        return {m_folder.target(),        m_description.imagesFound,  m_description.imagesUsed,
                m_description.positives,  m_description.negatives,    m_description.groundTruthCrops,
                histogramOf(m_proposals), m_description.clippedBoxes, m_description.refusedBoxes,
                m_description.skipped,    m_description.isComplete,   m_description.fingerprint};
    }

    const BuildPlan& m_plan;
    const BuildFolder& m_folder;
    DatasetDescription m_description;
    std::vector<Proposal> m_proposals;
    std::vector<CocoImage> m_groundTruth;
};

/// Whether what was made is worth publishing.
Result<void> checked(const BuildReport& report, const BuildFolder& folder, const BuildPlan& plan,
                     const fs::path& images) {
    if (!report.isComplete && folder.replaces()) {
        return failure(ErrorCode::Stopped, folder.target().string(),
                       "the build was stopped; the data set that was there stays as it was");
    }
    if (!report.isComplete && report.imagesUsed == 0) {
        return failure(ErrorCode::Stopped, folder.target().string(),
                       "the build was stopped before its first image");
    }
    if (report.imagesUsed == 0) {
        return failure(noneUsable(images, plan, report.skipped));
    }
    if (report.positives + report.negatives + report.groundTruthCrops == 0) {
        return failure(ErrorCode::Empty, images.string(),
                       fmt::format("its {} images gave no proposals", report.imagesUsed));
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
    auto folder = BuildFolder::open(request.out);
    if (!folder) {
        return failure(std::move(folder.error()));
    }
    const auto outcomes =
        ParallelCut(*plan, request.recipe, folder->staging(), onProgress).run(request.threads, stop);
    if (!outcomes) {
        return failure(outcomes.error());
    }
    auto report = Bookkeeping(request, *plan, *folder).write(*outcomes);
    if (!report) {
        return report;
    }
    auto published = checked(*report, *folder, *plan, request.images);
    if (published) {
        published = folder->publish();
    }
    return published ? std::move(report) : Result<BuildReport>(failure(std::move(published.error())));
}

} // namespace fissure
