#pragma once

#include "core/data/BuildJournal.h"
#include "core/data/EarlierBuild.h"
#include "core/data/MemoryBudget.h"
#include "core/data/ProposalBuilder.h"

#include <chrono>
#include <cstddef>
#include <mutex>
#include <optional>
#include <stop_token>
#include <vector>

namespace fissure {

/// What became of a planned photograph: cut up or taken over, refused, or nothing when the build ended before
/// its turn.
using Outcome = std::optional<Result<CutImage>>;

/// False where another build may fare better: its turn did not come, it could not be read although it was
/// there when the build was planned, or something failed that is not the photograph's fault.
bool isDone(const Outcome& outcome);

/// Hands the photographs of a plan to threads and collects what they make of them, each written into the
/// journal as soon as it is done. Threads wait for one another where the photographs they have in hand would
/// take more than half of the machine's memory together.
class BuildWork {
public:
    /// What is handed in must outlive this.
    BuildWork(const BuildPlan& plan, const ProposalRecipe& recipe, const EarlierBuilds& earlier,
              CropFolder& folder, BuildJournal& journal, const BuildProgressCallback& onProgress);

    /// First, so that a build that is stopped later has all of it: takes over what can be. True where it has
    /// looked at all photographs that an earlier build knows. threads: 0 for one each core.
    bool takeOver(int threads, const std::stop_token& stop);

    /// Once: cuts up the rest. An outcome for each photograph. Ends early by a stop or when the disk is full,
    /// which the folder tells. Fails with Unwritable where crops cannot be written for another reason, with
    /// Internal where onProgress throws, or as a photograph of the leftover cannot be read.
    Result<std::vector<Outcome>> cutRest(int threads, const std::stop_token& stop);

private:
    using Step = Outcome (BuildWork::*)(const PlannedImage& image);

    Outcome takeOverOne(const PlannedImage& image);
    Outcome cutOne(const PlannedImage& image);
    MemoryBudget::Share memoryFor(const PlannedImage& image, std::uintmax_t bytesPerPixel);

    void forEach(const std::vector<std::size_t>& images, int threads, Step step);
    void settle(std::size_t index, Outcome outcome);
    void end(const Error& error);
    void reportProgress(bool isReused);
    template <class Predicate>
    std::vector<std::size_t> imagesLeft(Predicate isWanted) const;

    const BuildPlan& m_plan;
    const ProposalRecipe& m_recipe;
    const EarlierBuilds& m_earlier;
    CropFolder& m_folder;
    BuildJournal& m_journal;
    const BuildProgressCallback& m_onProgress;
    MemoryBudget m_memory{MemoryBudget::halfOfMachine()};
    std::stop_source m_stop;
    std::chrono::steady_clock::time_point m_cuttingSince = std::chrono::steady_clock::now();
    std::mutex m_mutex; // guards what follows
    std::vector<Outcome> m_outcomes;
    BuildProgress m_progress;
    std::optional<Error> m_fatal;
    std::optional<Error> m_escaped; ///< what came out of a thread's work
};

} // namespace fissure
