#pragma once

#include "core/base/Result.h"
#include "core/config/RunConfig.h"
#include "core/engine/Device.h"
#include "core/engine/backbones/Classifier.h"
#include "core/engine/weights/ClassifierWeights.h"

#include <filesystem>
#include <memory>
#include <stop_token>

namespace fissure {

/// Builds the classifier on its device: random weights from the run's seed, then those of the file, where one
/// is named. Its passes end with StopRequested when the stop is requested. Fails as loadWeights() does.
Result<std::shared_ptr<Classifier>> makeNetwork(const RunConfig& config, const Device& device,
                                                const std::filesystem::path& weights, WeightScope scope,
                                                const std::stop_token& stop);

} // namespace fissure
