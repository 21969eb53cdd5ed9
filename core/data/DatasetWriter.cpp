#include "core/data/DatasetWriter.h"

#include "core/base/BuildInfo.h"
#include "core/base/Files.h"
#include "core/data/SourcesFile.h"

#include <algorithm>
#include <utility>

namespace fissure {

namespace fs = std::filesystem;

namespace {

/// As a data set that is moved together with its photographs needs it.
std::string relativeTo(const fs::path& folder, const fs::path& path) {
    const fs::path whole = wholeFolder(path);
    const fs::path relative = whole.lexically_relative(folder);
    return relative.empty() ? whole.string() : relative.string();
}

} // namespace

DatasetWriter::DatasetWriter(const BuildRequest& request, const BuildPlan& plan, const fs::path& target,
                             CropFolder& folder)
    : m_plan(plan)
    , m_target(target)
    , m_folder(folder)
    , m_manifest(manifestHeading())
    , m_sources(sourcesHeading()) {
    m_description.program = programVersion();
    m_description.recipe = request.recipe;
    m_description.images = relativeTo(target, request.images);
    m_description.groundTruth = relativeTo(target, request.groundTruth.path);
    m_description.groundTruthFormat = request.groundTruth.format;
    m_description.imagesFound = plan.found;
    m_description.skipped = plan.skipped;
}

Result<BuildReport> DatasetWriter::write(const std::vector<Outcome>& outcomes) {
    for (std::size_t i = 0; i < outcomes.size(); ++i) {
        add(m_plan.images[i], outcomes[i]);
    }
    std::ranges::sort(m_description.skipped, {}, &SkippedFile::file);
    m_description.fingerprint = fingerprintOf(m_folder.path(), m_proposals);
    // The description last: where it stands, so does what it describes.
    return m_folder.write(kManifestFile, m_manifest)
        .and_then([&] { return m_folder.write(kSourcesFile, m_sources); })
        .and_then([&] { return m_folder.write(kGroundTruthFile, toCocoJson(m_groundTruth)); })
        .and_then([&] { return m_folder.write(kDatasetFile, toJson(m_description)); })
        .map([&] { return report(); });
}

void DatasetWriter::add(const PlannedImage& image, const Outcome& outcome) {
    m_description.isComplete = m_description.isComplete && isDone(outcome);
    if (outcome && !*outcome) {
        ++m_failed;
        m_description.skipped.push_back(leftOut(image, outcome->error()));
    } else if (outcome) {
        ++m_description.imagesUsed;
        m_reused += (*outcome)->isReused ? 1 : 0;
        addCuts(image, **outcome);
    }
}

void DatasetWriter::addCuts(const PlannedImage& image, const CutImage& cut) {
    const std::string file = relativeTo(m_target, image.file);
    for (std::size_t i = 0; i < cut.cuts.size(); ++i) {
        const ProposalCut& each = cut.cuts[i];
        ManifestRow row = manifestRowOf(cut, i, file);
        m_manifest += toCsvLine(row);
        m_proposals.push_back({std::move(row.crop), each.iou, each.label, true});
        ++(each.isGroundTruth ? m_description.groundTruthCrops
           : each.label == 1  ? m_description.positives
                              : m_description.negatives);
    }
    m_sources += toCsvLine(SourceRow{cut.source, cut.key, cut.digest});
    const std::string name = image.file.filename().string();
    m_description.clippedBoxes += cut.groundTruth.clipped;
    for (const Text& reason : cut.groundTruth.refused) {
        m_description.refusedBoxes.push_back({name, reason});
    }
    m_groundTruth.push_back({name, cut.width, cut.height, cut.groundTruth.boxes});
}

BuildReport DatasetWriter::report() const {
    BuildReport report;
    report.folder = m_target;
    report.imagesFound = m_description.imagesFound;
    report.imagesUsed = m_description.imagesUsed;
    report.imagesReused = m_reused;
    report.imagesFailed = m_failed;
    report.positives = m_description.positives;
    report.negatives = m_description.negatives;
    report.groundTruthCrops = m_description.groundTruthCrops;
    report.histogram = histogramOf(m_proposals);
    report.clippedBoxes = m_description.clippedBoxes;
    report.refusedBoxes = m_description.refusedBoxes;
    report.skipped = m_description.skipped;
    report.isComplete = m_description.isComplete;
    report.fingerprint = m_description.fingerprint;
    return report;
}

} // namespace fissure
