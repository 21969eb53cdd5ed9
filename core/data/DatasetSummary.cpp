#include "core/data/DatasetSummary.h"

#include "core/data/ProposalCheck.h"
#include "core/data/ProposalName.h"
#include "core/data/preflight/FolderFindings.h"

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

/// Beside what is wrong with any folder of proposals: what only shows where it stands in a list.
std::vector<Finding> findingsOf(const ProposalCheck& check) {
    std::vector<Finding> findings = folderFindings(check, 0.0);
    const std::string folder = check.index.folder.string();
    const std::int64_t cracks = check.index.countOf(1);
    if (cracks == 0 || cracks == std::ssize(check.index.proposals)) {
        Text text = cracks == 0 ? Text("core", "The proposals of %1 have no crack among them.")
                                : Text("core", "The proposals of %1 are all cracks.");
        findings.push_back({Severity::Warning, "one-class", std::move(text).with(folder)});
    }
    if (check.description && !check.description->skipped.empty()) {
        findings.push_back({Severity::Warning, "build-left-out",
                            Text("core", "The build of %1 left files out: %2.")
                                .with(folder, check.description->skipped.size())});
    }
    sortBySeverity(findings);
    return findings;
}

} // namespace

Result<DatasetSummary> summarizeDataset(const fs::path& folder, const fs::path& cache) {
    auto check = inspectProposals(folder, cache);
    if (!check) {
        return failure(std::move(check.error()));
    }
    DatasetSummary summary;
    summary.folder = folder;
    summary.crack = check->index.countOf(1);
    summary.noCrack = check->index.countOf(0);
    summary.hasExactIous = check->index.hasManifest;
    summary.histogram = check->histogram;
    summary.fingerprint = check->fingerprint;
    summary.findings = findingsOf(*check);
    takeSamples(check->index.proposals, summary);
    if (check->description) {
        summary.builtAt = timeOf(folder / kDatasetFile);
        summary.photographs = check->description->imagesUsed;
    } else {
        summary.photographs = countSources(check->index.proposals);
    }
    summary.description = std::move(check->description);
    return summary;
}

} // namespace fissure
