#pragma once

#include "core/data/BuildWork.h"
#include "core/data/Coco.h"
#include "core/data/DatasetFile.h"

#include <filesystem>
#include <string>
#include <vector>

namespace fissure {

/// Writes the files that describe the crops of a build, and counts.
class DatasetWriter {
public:
    /// target: where the folder will stand. What is handed in must outlive this.
    DatasetWriter(const BuildRequest& request, const BuildPlan& plan, const std::filesystem::path& target,
                  CropFolder& folder);

    /// Once. outcomes: one for each photograph of the plan; those that are not done make the data set an
    /// incomplete one. Fails with Unwritable.
    Result<BuildReport> write(const std::vector<Outcome>& outcomes);

private:
    void add(const PlannedImage& image, const Outcome& outcome);
    void addCuts(const PlannedImage& image, const CutImage& cut);
    BuildReport report() const;

    const BuildPlan& m_plan;
    const std::filesystem::path& m_target;
    CropFolder& m_folder;
    DatasetDescription m_description;
    std::string m_manifest;
    std::string m_sources;
    std::vector<Proposal> m_proposals;
    std::vector<CocoImage> m_groundTruth;
    std::int64_t m_reused = 0;
    std::int64_t m_failed = 0;
};

} // namespace fissure
