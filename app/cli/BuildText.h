#pragma once

#include "core/data/ProposalBuilder.h"

#include <nlohmann/json.hpp>

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace fissure::cli {

/// "12/50 photographs, 10 of them unchanged, 1.4/s, 27 s left"
std::string progressText(const BuildProgress& progress);

/// Proposals by IoU band and label: a heading and a line for each band, then the sums.
std::string histogramTable(const IouHistogram& histogram);

/// The lines, at most twenty: masks of other photographs are left out by the thousand, and labels made with
/// another threshold contradict by the thousand.
std::string firstOf(const std::vector<std::string>& lines, std::string_view indent);

/// A line for each photograph and file that was left out, then what became of ground truth
/// that did not lie in its photograph.
std::string leftOutText(const std::vector<SkippedFile>& skipped, std::int64_t clippedBoxes,
                        const std::vector<SkippedFile>& refusedBoxes);

/// What was built and where, what was skipped and why.
std::string buildText(const BuildReport& report);

nlohmann::ordered_json toJson(const IouHistogram& histogram);
nlohmann::ordered_json toJson(const BuildReport& report);

} // namespace fissure::cli
