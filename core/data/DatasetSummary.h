#pragma once

#include "core/base/Clock.h"
#include "core/base/Result.h"
#include "core/data/DatasetFile.h"
#include "core/data/ProposalIndex.h"
#include "core/metrics/Finding.h"

#include <array>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace fissure {

/// What a folder of proposals holds, as far as names, manifest and dataset.json tell; no crop is opened.
struct DatasetSummary {
    std::filesystem::path folder;
    /// Nothing where the folder was not built by this program, or its description cannot be read.
    std::optional<DatasetDescription> description;
    std::optional<WallTime> builtAt; ///< when the description was written
    std::int64_t photographs = 0;    ///< used by the build; without a description those the names tell of
    std::int64_t crack = 0;          ///< by the labels of the names
    std::int64_t noCrack = 0;
    bool hasExactIous = false;
    IouHistogram histogram;
    /// Names of crops of each IoU band, some for the eye, spread evenly over the band's names.
    std::array<std::vector<std::string>, IouHistogram::kBands> samples;
    std::string fingerprint;       ///< as fingerprintOf() gives it
    std::vector<Finding> findings; ///< what to look at before use, gravest first
};

/// Samples of a band at most.
inline constexpr std::size_t kSamplesPerBand = 12;

/// cache: as scanProposals() takes it. Fails as that does.
Result<DatasetSummary> summarizeDataset(const std::filesystem::path& folder,
                                        const std::filesystem::path& cache = {});

} // namespace fissure
