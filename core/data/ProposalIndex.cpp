#include "core/data/ProposalIndex.h"

#include "core/base/Files.h"
#include "core/data/FolderEntry.h"
#include "core/data/FolderListing.h"
#include "core/data/IndexCache.h"
#include "core/data/Manifest.h"
#include "core/data/PathCache.h"
#include "core/data/ProposalName.h"
#include "core/metrics/LabelRule.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <dirent.h>
#include <memory>
#include <string_view>
#include <sys/stat.h>
#include <utility>

namespace fissure {

namespace fs = std::filesystem;

namespace {

/// Files that belong to a folder of proposals and are none.
bool isCompanion(std::string_view name) {
    return std::ranges::find(kDatasetFiles, name) != kDatasetFiles.end() ||
           std::ranges::find(kPathCacheFiles, name) != kPathCacheFiles.end();
}

/// Replaces rounded IoUs by the manifest's exact ones. A row that contradicts its crop's name is of another
/// build.
Result<void> takeExactIous(ProposalIndex& index) {
    return visitManifest(index.folder, [&](const ManifestRow& row) {
        const auto found = std::ranges::lower_bound(index.proposals, row.crop, {}, &Proposal::file);
        if (found != index.proposals.end() && found->file == row.crop &&
            std::abs(found->iou - row.iou) <= kIouRounding) {
            found->iou = row.iou;
            found->iouIsExact = true;
        }
    });
}

/// What the names in a folder tell.
struct ListedNames {
    ProposalIndex index;
    std::int64_t entries = 0;
    bool isToldByFolder = true; ///< no file had to be looked at, so that nothing but the folder can change it
};

Result<ListedNames> listNames(const fs::path& folder) {
    ListedNames listed;
    ProposalIndex& index = listed.index;
    index.folder = folder;
    const auto visited = visitFolder(folder, [&](std::string_view name, auto kind) {
        ++listed.entries;
        if (name.front() == '.' || isCompanion(name)) {
            index.hasManifest = index.hasManifest || name == kManifestFile;
            return;
        }
        listed.isToldByFolder = listed.isToldByFolder && kind;
        FolderEntry found = kind ? FolderEntry{*kind, {}} : examineEntry(folder / name);
        if (found.kind == FolderEntry::Kind::Folder) {
            return;
        }
        if (found.kind == FolderEntry::Kind::Unusable) {
            index.rejected.push_back({std::string(name), std::move(found.reason)});
        } else if (const auto parsed = viewProposalName(name)) {
            index.proposals.push_back({std::string(name), parsed->iou, parsed->label, false});
        } else {
            index.rejected.push_back({std::string(name), parsed.error().cause});
        }
    });
    if (!visited) {
        return failure(visited.error());
    }
    index.proposals.shrink_to_fit();
    std::ranges::sort(index.proposals, {}, &Proposal::file);
    std::ranges::sort(index.rejected, {}, &SkippedFile::file);
    return listed;
}

Result<void> requireProposals(const ProposalIndex& index) {
    if (!index.proposals.empty()) {
        return {};
    }
    const Text cause = index.rejected.empty() ? Text("core", "it holds no proposals")
                                              : Text("core", "none of its files (%1) is a proposal; %2: %3")
                                                    .with(index.rejected.size(), index.rejected.front().file,
                                                          index.rejected.front().reason);
    return failure(ErrorCode::Empty, index.folder.string(), cause,
                   Text("core", "proposals are named <source>.<counter>.<iou>.<label>.jpg, for example "
                                "wall.3.0_53.1.jpg"));
}

/// Scans a folder that no cache knows, and keeps what it found where only a change of the folder changes it.
Result<ProposalIndex> readFolder(const fs::path& folder, const fs::path& cache) {
    const auto before = stampOfFolder(folder);
    auto listed = listNames(folder);
    if (!listed) {
        return failure(std::move(listed.error()));
    }
    if (auto any = requireProposals(listed->index); !any) {
        return failure(std::move(any.error()));
    }
    if (listed->index.hasManifest) {
        if (auto taken = takeExactIous(listed->index); !taken) {
            return failure(std::move(taken.error()));
        }
    }
    ScannedNames scanned{std::move(listed->index), before.value_or(FolderStamp()), listed->entries};
    if (!cache.empty() && listed->isToldByFolder && before && before == stampOfFolder(folder)) {
        storeIndex(cache, scanned);
    }
    return std::move(scanned.index);
}

} // namespace

std::int64_t countOf(const std::vector<Proposal>& proposals, int label) {
    return std::ranges::count(proposals, label, &Proposal::label);
}

std::int64_t ProposalIndex::countOf(int label) const {
    return fissure::countOf(proposals, label);
}

Result<ProposalIndex> scanProposals(const fs::path& folder, const fs::path& cache) {
    auto kept = cache.empty() ? std::nullopt : loadIndex(cache, folder);
    auto index = kept ? Result<ProposalIndex>(std::move(*kept)) : readFolder(folder, cache);
    if (index) {
        applyPathCache(*index);
    }
    return index;
}

Result<std::unordered_map<std::string, ProposalOrigin>> readManifest(const fs::path& folder) {
    std::unordered_map<std::string, ProposalOrigin> origins;
    if (std::error_code error; !fs::exists(folder / kManifestFile, error)) {
        return origins;
    }
    // Rows of one photograph stand together, and resolving a path is the dear part.
    std::string lastSource;
    fs::path lastPath;
    const fs::path base = wholeFolder(folder); // a link to it stands elsewhere than what is beside it
    return visitManifest(folder,
                         [&](ManifestRow&& row) {
                             if (row.source != lastSource) {
                                 lastSource = row.source;
                                 lastPath = (base / row.source).lexically_normal();
                             }
                             origins.insert_or_assign(std::move(row.crop),
                                                      ProposalOrigin{lastPath, row.sourceWidth,
                                                                     row.sourceHeight, row.box,
                                                                     row.groundTruth, row.iou});
                         })
        .map([&] { return std::move(origins); });
}

std::string fingerprintOf(const fs::path& path, const std::vector<Proposal>& proposals) {
    std::vector<const Proposal*> ordered(proposals.size());
    std::ranges::transform(proposals, ordered.begin(), [](const Proposal& proposal) { return &proposal; });
    std::ranges::sort(ordered, {},
                      [](const Proposal* proposal) -> const std::string& { return proposal->file; });
    const std::unique_ptr<DIR, int (*)(DIR*)> folder(::opendir(path.c_str()), &::closedir);
    std::string text;
    for (const Proposal* proposal : ordered) {
        struct stat facts {};
        const bool isThere =
            folder && ::fstatat(::dirfd(folder.get()), proposal->file.c_str(), &facts, 0) == 0;
        fmt::format_to(std::back_inserter(text), "{}\t{}\t{:.17g}\t{}\n", proposal->file,
                       isThere ? std::int64_t{facts.st_size} : std::int64_t{-1}, proposal->iou,
                       proposal->label);
    }
    return sha256(text);
}

int iouBandOf(double iou) {
    return std::clamp(static_cast<int>(std::floor(iou * IouHistogram::kBands)), 0, IouHistogram::kBands - 1);
}

IouHistogram histogramOf(const std::vector<Proposal>& proposals) {
    IouHistogram histogram;
    for (const Proposal& proposal : proposals) {
        ++(proposal.label == 1 ? histogram.crack : histogram.noCrack)[iouBandOf(proposal.iou)];
    }
    return histogram;
}

} // namespace fissure
