#include "core/data/ProposalIndex.h"

#include "core/base/Files.h"
#include "core/data/FolderEntry.h"
#include "core/data/Manifest.h"
#include "core/data/ProposalName.h"
#include "core/metrics/LabelRule.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cmath>
#include <cstring>
#include <dirent.h>
#include <memory>
#include <numeric>
#include <string_view>
#include <sys/stat.h>

namespace fissure {

namespace fs = std::filesystem;

namespace {

struct FolderCloser {
    void operator()(DIR* folder) const { ::closedir(folder); }
};
using Folder = std::unique_ptr<DIR, FolderCloser>;

Result<Folder> openFolder(const fs::path& path) {
    Folder folder(::opendir(path.c_str()));
    if (folder) {
        return folder;
    }
    const int number = errno;
    if (number == ENOENT) {
        return failure(ErrorCode::NotFound, path.string(), Text("core", "the folder does not exist"));
    }
    return failure(ErrorCode::Unreadable, path.string(),
                   number == ENOTDIR
                       ? Text("core", "it is not a folder")
                       : Text("core", "the folder cannot be read: %1").with(std::strerror(number)));
}

/// The kind of files and folders stands in the entry itself on most file systems; the rest is looked at.
FolderEntry examine(const fs::path& folder, const dirent& entry) {
    switch (entry.d_type) {
    case DT_REG:
        return {FolderEntry::Kind::File, {}};
    case DT_DIR:
        return {FolderEntry::Kind::Folder, {}};
    default:
        return examineEntry(folder / entry.d_name);
    }
}

bool isCompanion(std::string_view name) {
    static constexpr std::array<std::string_view, 5> kCompanions{
        kManifestFile, kDatasetFile, kGroundTruthFile, "train_image_paths.json", "valid_image_paths.json"};
    return std::ranges::find(kCompanions, name) != kCompanions.end();
}

void sortByName(std::vector<Proposal>& proposals) {
    std::ranges::sort(proposals, {}, &Proposal::file);
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

} // namespace

std::int64_t countOf(const std::vector<Proposal>& proposals, int label) {
    return std::ranges::count(proposals, label, &Proposal::label);
}

std::int64_t ProposalIndex::countOf(int label) const {
    return fissure::countOf(proposals, label);
}

Result<ProposalIndex> scanProposals(const fs::path& path) {
    const auto folder = openFolder(path);
    if (!folder) {
        return failure(folder.error());
    }
    ProposalIndex index;
    index.folder = path;
    while (const dirent* entry = ::readdir(folder->get())) {
        const std::string_view name = entry->d_name;
        if (name.front() == '.' || isCompanion(name)) {
            index.hasManifest = index.hasManifest || name == kManifestFile;
            continue;
        }
        FolderEntry found = examine(path, *entry);
        if (found.kind == FolderEntry::Kind::Folder) {
            continue;
        }
        if (found.kind == FolderEntry::Kind::Unusable) {
            index.rejected.push_back({std::string(name), std::move(found.reason)});
        } else if (const auto parsed = parseProposalName(name)) {
            index.proposals.push_back({std::string(name), parsed->iou, parsed->label, false});
        } else {
            index.rejected.push_back({std::string(name), parsed.error().cause});
        }
    }
    sortByName(index.proposals);
    std::ranges::sort(index.rejected, {}, &SkippedFile::file);
    if (index.proposals.empty()) {
        const Text cause = index.rejected.empty()
                               ? Text("core", "it holds no proposals")
                               : Text("core", "none of its %1 files is a proposal; %2: %3")
                                     .with(index.rejected.size(), index.rejected.front().file,
                                           index.rejected.front().reason);
        return failure(ErrorCode::Empty, path.string(), cause,
                       Text("core", "proposals are named <source>.<counter>.<iou>.<label>.jpg, for example "
                                    "wall.3.0_53.1.jpg"));
    }
    if (index.hasManifest) {
        if (auto taken = takeExactIous(index); !taken) {
            return failure(std::move(taken.error()));
        }
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
    const fs::path base = fs::absolute(folder);
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

ProposalSelection selectProposals(const ProposalIndex& index, double labelIou,
                                  std::int64_t maximumNegatives) {
    ProposalSelection selection;
    selection.proposals = index.proposals;
    if (labelIou > 0.0) {
        for (Proposal& proposal : selection.proposals) {
            selection.ambiguous += isAmbiguousAt(proposal.iou, proposal.iouIsExact, labelIou) ? 1 : 0;
            proposal.label = labelAt(proposal.iou, proposal.iouIsExact, proposal.label, labelIou);
        }
    }
    if (maximumNegatives <= 0) {
        return selection;
    }
    std::vector<const Proposal*> negatives;
    for (const Proposal& proposal : selection.proposals) {
        if (proposal.label == 0) {
            negatives.push_back(&proposal);
        }
    }
    if (static_cast<std::int64_t>(negatives.size()) <= maximumNegatives) {
        return selection;
    }
    std::ranges::sort(negatives, [](const Proposal* a, const Proposal* b) {
        return a->iou != b->iou ? a->iou > b->iou : a->file < b->file;
    });
    std::vector<bool> isDropped(selection.proposals.size(), false);
    for (auto dropped = negatives.begin() + maximumNegatives; dropped != negatives.end(); ++dropped) {
        isDropped[static_cast<std::size_t>(*dropped - selection.proposals.data())] = true;
    }
    std::erase_if(selection.proposals, [&](const Proposal& proposal) {
        return isDropped[static_cast<std::size_t>(&proposal - selection.proposals.data())];
    });
    return selection;
}

std::string fingerprintOf(const fs::path& path, const std::vector<Proposal>& proposals) {
    std::vector<const Proposal*> ordered(proposals.size());
    std::ranges::transform(proposals, ordered.begin(), [](const Proposal& proposal) { return &proposal; });
    std::ranges::sort(ordered, {},
                      [](const Proposal* proposal) -> const std::string& { return proposal->file; });
    const Folder folder(::opendir(path.c_str()));
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
