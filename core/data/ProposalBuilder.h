#pragma once

#include "core/base/Result.h"
#include "core/data/BuildPlan.h"
#include "core/data/ProposalIndex.h"
#include "core/data/ProposalRecipe.h"
#include "core/metrics/TrainMetrics.h"

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <stop_token>
#include <string>
#include <vector>

namespace fissure {

/// What to build proposals from, how, and where to.
struct BuildRequest {
    std::filesystem::path images;
    GroundTruthSource groundTruth; ///< boxes are read off masks as the recipe says
    std::filesystem::path out;     ///< new, empty, or holding a data set of ours, which is replaced
    ProposalRecipe recipe;
    int threads = 0; ///< 0: one for each core
};

struct BuildProgress {
    std::int64_t done = 0; ///< photographs
    std::int64_t total = 0;
    double imagesPerSecond = 0.0; ///< of those that are cut up; 0 as long as none is
    std::chrono::milliseconds timeLeft{0};
    std::int64_t reused = 0; ///< of those done, taken over from an earlier build
};

/// What was built.
struct BuildReport {
    std::filesystem::path folder;
    std::int64_t imagesFound = 0;
    std::int64_t imagesUsed = 0;
    std::int64_t imagesFailed = 0; ///< have ground truth and could not be used; among the skipped
    std::int64_t positives = 0;    ///< without the ground-truth crops
    std::int64_t negatives = 0;
    std::int64_t groundTruthCrops = 0;
    IouHistogram histogram;                ///< of all crops
    std::int64_t clippedBoxes = 0;         ///< ground truth that reached over the edge of its photograph
    std::vector<SkippedFile> refusedBoxes; ///< ground truth left out; the file is the photograph's
    std::vector<SkippedFile> skipped;      ///< photographs and stray files left out, each with the reason
    /// False: it was stopped, or photographs could not be read that were there when it began, which are among
    /// the skipped ones; what was done was kept.
    bool isComplete = true;
    std::string fingerprint;
    std::int64_t imagesReused = 0; ///< of those used, taken over from an earlier build
    /// Files of the user's in the folder that are named like crops: a run takes them for proposals.
    std::vector<std::string> foreignCrops;
};

using BuildProgressCallback = std::function<void(const BuildProgress&)>;

/// Cuts labelled crops from photographs: selective search, IoU with the ground truth, the recipe's choice,
/// each crop resized and saved as <source>.<counter>.<iou>.<label>.<format>; manifest.csv, dataset.json,
/// ground_truth.json and sources.csv beside them. Photographs are worked on in parallel, as many at once as
/// have room in half of the machine's memory; the same input gives the same bytes whatever the number of
/// threads. The folder appears at its place as a whole, at the end.
///
/// Where a data set of ours is replaced, only photographs are cut up that are new, or of which something has
/// changed that their crops follow from: the photograph, its boxes, the recipe, the crops themselves. The
/// others' crops are taken over. What comes out is the same, byte for byte, as if there had been nothing. The
/// same goes for the photographs that a build for the same place had done before it was killed, or before it
/// failed for a reason that may pass.
///
/// onProgress is called from the working threads, one at a time. A stop takes effect within 2 s where the
/// photographs have a megapixel or less; in larger ones it waits for the segmentation under way, see
/// selectiveSearch(). It keeps the photographs that are done, and of an earlier data set what is
/// still valid; where that one holds photographs whose turn had not come, it stays as it is instead. A disk
/// that is full keeps as much; the build then fails with Unwritable and says how much space is missing and
/// what was kept. A photograph that cannot be used is skipped with the reason. One that was there when the
/// build began and cannot be read, or that there is not enough memory for, makes the data set an incomplete
/// one; an earlier one that holds it stays as it is, and the failure is that photograph's. Fails with
/// NotFound, Unreadable, Unwritable, WrongFormat, Busy, Empty (not one crop), Internal, OutOfMemory or
/// Stopped (before anything was done, or where an earlier data set stays).
Result<BuildReport> buildProposals(const BuildRequest& request, const BuildProgressCallback& onProgress,
                                   std::stop_token stop);

} // namespace fissure
