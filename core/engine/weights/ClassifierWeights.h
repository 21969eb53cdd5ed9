#pragma once

#include "core/base/Result.h"
#include "core/config/RunConfig.h"
#include "core/engine/backbones/Classifier.h"
#include "core/engine/weights/WeightsFit.h"

#include <cstddef>
#include <filesystem>
#include <vector>

namespace fissure {

/// Parameters and buffers as a safetensors file, under torchvision's key names, with backbone, image size and
/// program version as metadata.
std::vector<std::byte> serialiseWeights(const Classifier& network, const RunConfig& config);

/// What a file has to bring.
enum class WeightScope {
    Classifier,      ///< feature_extractor.* and classifier.*
    AtLeastBackbone, ///< that, or torchvision's own keys (conv1.weight ... fc.bias); the head stays as it is
};

/// How the file's tensors fill the network.
WeightsFit fitOf(const Classifier& network, const NamedTensors& file, WeightScope scope);

/// Copies the weights of a file that readWeightsFile() reads into the network; nothing is changed where it
/// fails. Fails with NotFound or Unreadable (the file), Damaged (broken), or WrongFormat (no file of weights,
/// of another backbone, or keys or shapes that do not fit, with examples).
Result<void> loadWeights(Classifier& network, const std::filesystem::path& file, const RunConfig& config,
                         WeightScope scope);

} // namespace fissure
