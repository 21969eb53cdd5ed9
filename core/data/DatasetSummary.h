#pragma once

#include "core/base/Clock.h"
#include "core/base/Result.h"
#include "core/data/DatasetFile.h"
#include "core/data/ProposalIndex.h"

#include <array>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace fissure {

/// What a folder of proposals holds, as far as names, manifest and dataset.json tell; no crop is decoded.
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
    std::string fingerprint;    ///< as fingerprintOf() gives it
    std::vector<Text> problems; ///< what to look at before use, a sentence each
};

/// Samples of a band at most.
inline constexpr std::size_t kSamplesPerBand = 12;

/// Fails as scanProposals() does.
Result<DatasetSummary> summarizeDataset(const std::filesystem::path& folder);

} // namespace fissure
