#pragma once

#include "core/data/BuildPlan.h"
#include "core/data/CropFolder.h"
#include "core/data/CutImage.h"
#include "core/data/Photograph.h"

#include <filesystem>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

namespace fissure {

/// The data set that a build replaces, as far as its crops can be taken over. Reading is safe from any
/// thread.
class EarlierBuild {
public:
    EarlierBuild() = default; ///< there is none

    /// A data set without sources.csv, or with a broken one, has photographs that cannot be taken over.
    static EarlierBuild read(const std::filesystem::path& folder);

    /// True where it holds crops of that source.
    bool has(const std::string& source) const { return m_images.contains(source); }

    /// Puts the photograph's crops into a folder where they would come out the same as they are there;
    /// nothing where what they follow from has changed, or somebody has changed them.
    std::optional<CutImage> takeOver(const PlannedImage& planned, const Photograph& photograph,
                                     const ProposalRecipe& recipe, CropFolder& into) const;

private:
    /// What sources.csv and the manifest say; no digest where they contradict each other.
    struct Image {
        std::string key;
        std::string digest;
        std::vector<ProposalCut> cuts;
    };

    void addCrop(const ManifestRow& row);

    std::filesystem::path m_folder;
    std::unordered_map<std::string, Image> m_images; // by source
};

} // namespace fissure
