#pragma once

#include "core/base/Result.h"
#include "core/data/Image.h"
#include "core/metrics/TrainMetrics.h"

#include <array>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace fissure {

/// One crop to classify. A million of them take at most 100 bytes each beyond their names.
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
    std::vector<Proposal> unlisted;    ///< those that the folder's path cache leaves out, in the same order
    std::vector<SkippedFile> rejected; ///< files that do not fit, each with the reason
    bool hasManifest = false;
    std::vector<Text> warnings; ///< whole sentences on what is not as it seems, for whoever uses the index

    std::int64_t countOf(int label) const;
};

/// Name of the manifest within a proposal folder; its columns are documented in Manifest.h.
inline constexpr const char* kManifestFile = "manifest.csv";

/// What a folder was built from and how; see DatasetFile.h.
inline constexpr const char* kDatasetFile = "dataset.json";

/// The ground-truth boxes of the photographs a folder was built from, as COCO JSON.
inline constexpr const char* kGroundTruthFile = "ground_truth.json";

/// What the crops of each photograph follow from, for a later build; see SourcesFile.h.
inline constexpr const char* kSourcesFile = "sources.csv";

/// All of a data set's own files but its crops.
inline constexpr std::array<std::string_view, 4> kDatasetFiles{kManifestFile, kDatasetFile, kGroundTruthFile,
                                                               kSourcesFile};

/// Lists a folder. What does not fit (another name, a link that leads nowhere) is listed with the reason,
/// never silently dropped; the four files above, path caches, hidden files and sub-folders are not proposals
/// and not listed. Exact IoUs come from the manifest where its row agrees with the crop's name. Where the
/// reference's path cache belongs to the folder, only what it names is used (see PathCache.h).
///
/// cache: a folder in which the index is kept, so that an unchanged folder need not be parsed anew (see
/// IndexCache.h); empty: none. The index is the same with and without it. Folders with links in them are not
/// kept: what a link leads to changes without them.
///
/// Fails with NotFound, Unreadable, Empty when not one file fits, or WrongFormat when the manifest is broken.
Result<ProposalIndex> scanProposals(const std::filesystem::path& folder,
                                    const std::filesystem::path& cache = {});

/// The manifest by crop name; an empty map where the folder has none. Fails with WrongFormat, line said.
Result<std::unordered_map<std::string, ProposalOrigin>> readManifest(const std::filesystem::path& folder);

/// SHA-256 over names, sizes, IoUs and labels: two folders of the same content have the same one. Sizes are
/// asked of the file system at every call, never of a cache: a crop that was written anew under its name
/// leaves its folder unchanged.
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
