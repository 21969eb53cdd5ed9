#pragma once

#include "core/config/Enums.h"
#include "core/engine/backbones/FeatureExtractor.h"

#include <memory>

namespace fissure {

/// Builds the network of that name with random weights, drawn from torch's default generator.
std::shared_ptr<FeatureExtractor> makeBackbone(Backbone backbone);

} // namespace fissure
