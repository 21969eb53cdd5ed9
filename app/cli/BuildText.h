#pragma once

#include "core/data/ProposalBuilder.h"

#include <nlohmann/json.hpp>

#include <string>

namespace fissure::cli {

/// "12/50 photographs, 1.4/s, 27 s left"
std::string progressText(const BuildProgress& progress);

/// Proposals by IoU band and label: a heading and a line for each band, then the sums.
std::string histogramTable(const IouHistogram& histogram);

/// What was built and where, what was skipped and why.
std::string buildText(const BuildReport& report);

nlohmann::ordered_json toJson(const IouHistogram& histogram);
nlohmann::ordered_json toJson(const BuildReport& report);

} // namespace fissure::cli
