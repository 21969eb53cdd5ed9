#include "core/data/CutImage.h"

#include "core/base/Files.h"
#include "core/data/ProposalName.h"

namespace fissure {

std::string cropFileName(const CutImage& image, std::size_t index) {
    const ProposalCut& cut = image.cuts[index];
    return toFileName(
        {image.source, static_cast<int>(index), cut.iou, cut.label, std::string(nameOf(image.format))});
}

std::vector<std::string> cropFileNames(const CutImage& image) {
    std::vector<std::string> names;
    for (std::size_t i = 0; i < image.cuts.size(); ++i) {
        names.push_back(cropFileName(image, i));
    }
    return names;
}

ManifestRow manifestRowOf(const CutImage& image, std::size_t index, const std::string& file) {
    const ProposalCut& cut = image.cuts[index];
    ManifestRow row{cropFileName(image, index),
                    file,
                    image.width,
                    image.height,
                    cut.box,
                    cut.iou,
                    std::nullopt,
                    std::nullopt};
    if (cut.groundTruth) {
        row.groundTruthId = static_cast<std::int64_t>(*cut.groundTruth);
        row.groundTruth = image.groundTruth.boxes[*cut.groundTruth];
    }
    return row;
}

void CropDigest::add(std::span<const std::byte> bytes) {
    m_text += toCsvLine(manifestRowOf(m_image, m_count++, {})) + sha256(bytes) + '\n';
}

std::string CropDigest::hex() const {
    return sha256(m_text);
}

} // namespace fissure
