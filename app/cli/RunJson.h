#pragma once

#include "core/metrics/ClassificationReport.h"
#include "core/store/RunRecord.h"

#include <nlohmann/json.hpp>

#include <string>
#include <vector>

namespace fissure::cli {

/// JSON of the command line. Its keys are a contract with scripts: train_loss, val_accuracy, precision ...
using Json = nlohmann::ordered_json;

Json toJson(const EpochMetrics& epoch);
Json toJson(const RunSummary& run);
Json toJson(const RunRecord& run);
/// The classification report with the threshold and the confusion matrix it comes from.
Json reportJson(const ConfusionMatrix& matrix, double threshold);
Json toJson(const Prediction& prediction, double threshold);
Json toJson(const std::vector<SkippedFile>& files);

/// Text that is always valid: names of files may not be UTF-8.
std::string dump(const Json& json);

} // namespace fissure::cli
