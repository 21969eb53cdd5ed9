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

/// A data set that was built before, or what became of one, as far as its crops can be taken over. Reading is
/// safe from any thread.
class EarlierBuild {
public:
    EarlierBuild() = default; ///< there is none

    /// A data set without sources.csv, or with a broken one, has photographs that cannot be taken over.
    static EarlierBuild read(const std::filesystem::path& folder);

    /// The photographs that a build which was not published had done, by its journal, or by the data set's
    /// own files where the journal has given way to them.
    static EarlierBuild readUnfinished(const std::filesystem::path& folder);

    /// True where it holds crops of that source.
    bool has(const std::string& source) const { return m_images.contains(source); }

    /// True where it holds a photograph of the same crops.
    bool hasSame(const CutImage& cut) const;

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

    static EarlierBuild read(const std::filesystem::path& descriptions, const std::filesystem::path& crops);
    void addCrop(const ManifestRow& row);

    std::filesystem::path m_folder;
    std::unordered_map<std::string, Image> m_images; // by source
};

/// What a build may take crops over from.
struct EarlierBuilds {
    EarlierBuild replaced; ///< the data set at the target
    EarlierBuild leftover; ///< a build there that was not published

    bool have(const std::string& source) const { return replaced.has(source) || leftover.has(source); }
};

} // namespace fissure
