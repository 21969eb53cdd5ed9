#include "core/data/DatasetSummary.h"

#include "core/data/ProposalName.h"

#include <algorithm>
#include <chrono>
#include <unordered_set>

namespace fissure {

namespace fs = std::filesystem;

namespace {

std::int64_t countSources(const std::vector<Proposal>& proposals) {
    std::unordered_set<std::string> sources;
    for (const Proposal& proposal : proposals) {
        if (auto name = parseProposalName(proposal.file)) {
            sources.insert(std::move(name->source));
        }
    }
    return static_cast<std::int64_t>(sources.size());
}

std::optional<WallTime> timeOf(const fs::path& file) {
    std::error_code error;
    const fs::file_time_type changed = fs::last_write_time(file, error);
    if (error) {
        return std::nullopt;
    }
    return std::chrono::time_point_cast<WallTime::duration>(fs::file_time_type::clock::to_sys(changed));
}

/// Takes places of a list that is as long as that, as many as are wanted at most, evenly spread.
std::vector<std::string> spread(const std::vector<const Proposal*>& list, std::size_t wanted) {
    std::vector<std::string> taken;
    const std::size_t count = std::min(list.size(), wanted);
    for (std::size_t i = 0; i < count; ++i) {
        taken.push_back(list[i * list.size() / count]->file);
    }
    return taken;
}

void takeSamples(const std::vector<Proposal>& proposals, DatasetSummary& summary) {
    std::array<std::vector<const Proposal*>, IouHistogram::kBands> byBand;
    for (const Proposal& proposal : proposals) {
        byBand[static_cast<std::size_t>(iouBandOf(proposal.iou))].push_back(&proposal);
    }
    for (std::size_t band = 0; band < byBand.size(); ++band) {
        summary.samples[band] = spread(byBand[band], kSamplesPerBand);
    }
}

void takeDescription(const fs::path& folder, DatasetSummary& summary) {
    auto description = readDatasetFile(folder);
    if (!description) {
        if (description.error().code != ErrorCode::NotFound) {
            summary.problems.push_back(Text("core", "Its description %1 cannot be read: %2.")
                                           .with(kDatasetFile, description.error().cause));
        }
        return;
    }
    summary.description = std::move(*description);
    summary.builtAt = timeOf(folder / kDatasetFile);
    summary.photographs = summary.description->imagesUsed;
}

void findProblems(const ProposalIndex& index, DatasetSummary& summary) {
    const auto add = [&](Text text) { summary.problems.push_back(std::move(text)); };
    if (summary.crack == 0 || summary.noCrack == 0) {
        add(summary.crack == 0 ? Text("core", "All its proposals are of one class, no crack.")
                               : Text("core", "All its proposals are of one class, crack."));
    }
    if (!index.rejected.empty()) {
        add(Text("core", "Files that are no proposals: %1.").with(index.rejected.size()));
    }
    if (!summary.description) {
        return;
    }
    if (!summary.description->isComplete) {
        add(Text("core", "Its build was stopped before the last photograph."));
    }
    if (summary.description->fingerprint != summary.fingerprint) {
        add(Text("core", "Its files have changed since it was built."));
    }
    if (!summary.description->skipped.empty()) {
        add(Text("core", "Files that its build left out: %1.").with(summary.description->skipped.size()));
    }
}

} // namespace

Result<DatasetSummary> summarizeDataset(const fs::path& folder) {
    const auto index = scanProposals(folder);
    if (!index) {
        return failure(index.error());
    }
    DatasetSummary summary;
    summary.folder = folder;
    summary.crack = index->countOf(1);
    summary.noCrack = index->countOf(0);
    summary.hasExactIous = index->hasManifest;
    summary.histogram = histogramOf(index->proposals);
    summary.fingerprint = fingerprintOf(folder, index->proposals);
    takeSamples(index->proposals, summary);
    takeDescription(folder, summary);
    if (!summary.description) {
        summary.photographs = countSources(index->proposals);
    }
    findProblems(*index, summary);
    return summary;
}

} // namespace fissure
