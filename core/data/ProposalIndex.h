#pragma once

#include "core/base/Result.h"
#include "core/data/Image.h"
#include "core/metrics/TrainMetrics.h"

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

namespace fissure {

/// One crop to classify.
struct Proposal {
    std::string file; ///< name within its folder
    double iou = 0.0; ///< exact where the manifest has it
    int label = 0;    ///< 1: crack
    bool iouIsExact = false;

    bool operator==(const Proposal&) const = default;
};

/// How many of them have the label.
std::int64_t countOf(const std::vector<Proposal>& proposals, int label);

/// Where a crop comes from, as the manifest beside it says.
struct ProposalOrigin {
    std::filesystem::path sourceImage; ///< absolute; it may be gone since
    int sourceWidth = 0;
    int sourceHeight = 0;
    Box box;
    std::optional<Box> groundTruth; ///< the ground-truth box of highest IoU
    double iou = 0.0;               ///< exact
};

/// A folder of proposals as found on disk.
struct ProposalIndex {
    std::filesystem::path folder;
    std::vector<Proposal> proposals;   ///< in the order of their names' bytes
    std::vector<SkippedFile> rejected; ///< files that do not fit, each with the reason
    bool hasManifest = false;

    std::int64_t countOf(int label) const;
};

/// Name of the manifest within a proposal folder; its columns are documented in Manifest.h.
inline constexpr const char* kManifestFile = "manifest.csv";

/// What a folder was built from and how; see DatasetFile.h.
inline constexpr const char* kDatasetFile = "dataset.json";

/// The ground-truth boxes of the photographs a folder was built from, as COCO JSON.
inline constexpr const char* kGroundTruthFile = "ground_truth.json";

/// Lists a folder. What does not fit (another name, a link that leads nowhere) is listed with the reason,
/// never silently dropped; the three files above, path caches, hidden files and sub-folders are not proposals
/// and not listed. Exact IoUs come from the manifest where its row agrees with the crop's name. Fails with
/// NotFound, Unreadable, Empty when not one file fits, or WrongFormat when the manifest is broken.
Result<ProposalIndex> scanProposals(const std::filesystem::path& folder);

/// The manifest by crop name; an empty map where the folder has none. Fails with WrongFormat, line said.
Result<std::unordered_map<std::string, ProposalOrigin>> readManifest(const std::filesystem::path& folder);

/// What a run uses of an index.
struct ProposalSelection {
    std::vector<Proposal> proposals;
    std::int64_t ambiguous =
        0; ///< rounded IoU within 0.005 of the threshold; they keep the label of their name
};

/// Labels anew where labelIou > 0 (crack: IoU above it) and keeps all positives plus the maximumNegatives
/// negatives of highest IoU (0: all), ties by name. The order of the index is kept.
ProposalSelection selectProposals(const ProposalIndex& index, double labelIou, std::int64_t maximumNegatives);

/// SHA-256 over names, sizes on disk, IoUs and labels: two folders of the same content have the same one.
std::string fingerprintOf(const std::filesystem::path& folder, const std::vector<Proposal>& proposals);

/// Proposals per IoU band of width 0.1, by label; IoU 1 falls into the last band.
struct IouHistogram {
    static constexpr int kBands = 10;
    std::int64_t noCrack[kBands] = {};
    std::int64_t crack[kBands] = {};
};

/// The band of an IoU in [0, 1].
int iouBandOf(double iou);

IouHistogram histogramOf(const std::vector<Proposal>& proposals);

} // namespace fissure
