#pragma once

#include "core/data/EarlierBuild.h"
#include "core/data/ProposalBuilder.h"

#include <chrono>
#include <cstddef>
#include <mutex>
#include <optional>
#include <stop_token>
#include <vector>

namespace fissure {

/// What became of a planned photograph: cut up or taken over, refused, or nothing when the build ended before
/// it was done.
using Outcome = std::optional<Result<CutImage>>;

/// Hands the photographs of a plan to threads and collects what they make of them. What can be taken over
/// from an earlier build is, before anything is cut up; a build that is stopped has all of it then.
class BuildWork {
public:
    /// What is handed in must outlive this.
    BuildWork(const BuildPlan& plan, const ProposalRecipe& recipe, const EarlierBuild& earlier,
              CropFolder& folder, const BuildProgressCallback& onProgress);

    /// An outcome for each photograph. Ends early by a stop or when the disk is full, which the folder tells.
    /// Fails with Unwritable where crops cannot be written for another reason. threads: 0 for one each core.
    Result<std::vector<Outcome>> run(int threads, const std::stop_token& stop);

private:
    using Step = Outcome (BuildWork::*)(const PlannedImage& image) const;

    Outcome takeOver(const PlannedImage& image) const;
    Outcome cut(const PlannedImage& image) const;

    void forEach(const std::vector<std::size_t>& images, int threads, Step step);
    Outcome guarded(const PlannedImage& image, Step step) const;
    void settle(std::size_t index, Outcome outcome);
    void reportProgress(bool isReused);
    std::vector<std::size_t> imagesLeft(bool known) const;

    const BuildPlan& m_plan;
    const ProposalRecipe& m_recipe;
    const EarlierBuild& m_earlier;
    CropFolder& m_folder;
    const BuildProgressCallback& m_onProgress;
    std::stop_source m_stop;
    std::chrono::steady_clock::time_point m_cuttingSince = std::chrono::steady_clock::now();
    std::mutex m_mutex; // guards what follows
    std::vector<Outcome> m_outcomes;
    BuildProgress m_progress;
    std::optional<Error> m_fatal;
};

} // namespace fissure
