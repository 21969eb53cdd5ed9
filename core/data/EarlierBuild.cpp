#include "core/data/EarlierBuild.h"

#include "core/base/Files.h"
#include "core/data/BuildJournal.h"
#include "core/data/Manifest.h"
#include "core/data/ProposalName.h"
#include "core/data/SourcesFile.h"

#include <algorithm>
#include <system_error>
#include <utility>

namespace fissure {

namespace fs = std::filesystem;

namespace {

/// A number that somebody wrote into the manifest may be that of no box.
bool fitsItsBoxes(const CutImage& cut) {
    return std::ranges::all_of(cut.cuts, [&](const ProposalCut& each) {
        return !each.groundTruth || *each.groundTruth < cut.groundTruth.boxes.size();
    });
}

/// All crops, or none where one is not what it was.
bool adoptCrops(const fs::path& from, CropFolder& into, const CutImage& cut) {
    CropBatch batch(into, cropFileNames(cut));
    CropDigest digest(cut);
    for (std::size_t i = 0; i < batch.names().size(); ++i) {
        const fs::path file = from / batch.names()[i];
        const auto bytes = readFile(file);
        if (!bytes || !batch.adopt(i, file)) {
            return false;
        }
        digest.add(*bytes);
    }
    if (digest.hex() != cut.digest) {
        return false;
    }
    batch.keep();
    return true;
}

/// The manifest does not say which crops are the ground-truth boxes themselves; they come last, see
/// chooseProposals().
CutImage withGroundTruthCrops(CutImage cut, const ProposalRecipe& recipe) {
    const std::size_t count = recipe.groundTruthCrops ? cut.groundTruth.boxes.size() : 0;
    for (std::size_t i = cut.cuts.size() - std::min(count, cut.cuts.size()); i < cut.cuts.size(); ++i) {
        cut.cuts[i].isGroundTruth = true;
    }
    return cut;
}

} // namespace

EarlierBuild EarlierBuild::read(const fs::path& folder) {
    return read(folder, folder);
}

EarlierBuild EarlierBuild::readUnfinished(const fs::path& folder) {
    const fs::path journal = folder / kJournalFolder;
    std::error_code error;
    return read(fs::exists(journal / kSourcesFile, error) ? journal : folder, folder);
}

EarlierBuild EarlierBuild::read(const fs::path& descriptions, const fs::path& crops) {
    EarlierBuild earlier;
    earlier.m_folder = crops;
    // What is read of broken files counts; the digest of each photograph says whether it is whole.
    static_cast<void>(visitManifest(descriptions, [&](ManifestRow&& row) { earlier.addCrop(row); }));
    static_cast<void>(visitSources(descriptions, [&](SourceRow&& row) {
        Image& image = earlier.m_images[row.source];
        image.key = std::move(row.key);
        image.digest = std::move(row.crops);
    }));
    return earlier;
}

bool EarlierBuild::hasSame(const CutImage& cut) const {
    const auto found = m_images.find(cut.source);
    return found != m_images.end() && found->second.key == cut.key && found->second.digest == cut.digest;
}

void EarlierBuild::addCrop(const ManifestRow& row) {
    const auto name = parseProposalName(row.crop);
    if (!name) {
        return;
    }
    ProposalCut cut{row.box, row.iou, name->label, std::nullopt, false};
    if (row.groundTruthId) {
        cut.groundTruth = static_cast<std::size_t>(*row.groundTruthId);
    }
    m_images[name->source].cuts.push_back(cut);
}

std::optional<CutImage> EarlierBuild::takeOver(const PlannedImage& planned, const Photograph& photograph,
                                               const ProposalRecipe& recipe, CropFolder& into) const {
    const auto found = m_images.find(planned.source);
    if (found == m_images.end() || found->second.key != photograph.key) {
        return std::nullopt;
    }
    CutImage cut;
    cut.source = planned.source;
    cut.format = recipe.format;
    cut.width = photograph.size.width;
    cut.height = photograph.size.height;
    cut.groundTruth = photograph.groundTruth;
    cut.cuts = found->second.cuts;
    cut.key = photograph.key;
    cut.digest = found->second.digest;
    cut.isReused = true;
    return fitsItsBoxes(cut) && adoptCrops(m_folder, into, cut)
               ? std::optional(withGroundTruthCrops(std::move(cut), recipe))
               : std::nullopt;
}

} // namespace fissure
