#pragma once

#include "core/data/GroundTruth.h"
#include "core/data/Manifest.h"
#include "core/data/ProposalRecipe.h"

#include <cstddef>
#include <span>
#include <string>
#include <vector>

namespace fissure {

/// A photograph that was cut up, and how.
struct CutImage {
    std::string source; ///< first part of its crops' names
    ImageFormat format = ImageFormat::Jpeg;
    int width = 0;
    int height = 0;
    GroundTruth groundTruth;
    std::vector<ProposalCut> cuts; ///< a crop's counter is its index here
    std::string key;               ///< as Photograph has it
    std::string digest;            ///< of its crops, see CropDigest
    bool isReused = false;         ///< its crops are those of an earlier build
};

/// Name of the crop with that index, and of all of them.
std::string cropFileName(const CutImage& image, std::size_t index);
std::vector<std::string> cropFileNames(const CutImage& image);

/// What the manifest says of the crop with that index; file is the photograph's path as it is to stand there.
ManifestRow manifestRowOf(const CutImage& image, std::size_t index, const std::string& file);

/// SHA-256 over all crops of a photograph: of each what the manifest says, where its photograph is left out,
/// and its bytes. Tells whether somebody has changed one since.
class CropDigest {
public:
    /// The image must outlive this.
    explicit CropDigest(const CutImage& image) : m_image(image) {}

    /// The bytes of the next crop.
    void add(std::span<const std::byte> bytes);
    std::string hex() const;

private:
    const CutImage& m_image;
    std::size_t m_count = 0;
    std::string m_text;
};

} // namespace fissure
