#pragma once

#include "core/base/Result.h"
#include "core/engine/weights/NamedTensors.h"

#include <cstddef>
#include <filesystem>
#include <string>
#include <vector>

namespace fissure {

/// The tensors of a file of weights, safetensors or of torch.save (.pth, .pt); its content tells which, not
/// its name. The file is mapped, so that of safetensors only the header is read here. Fails with NotFound or
/// Unreadable (the file), WrongFormat (neither, or something else than weights) or Damaged, naming the file.
Result<NamedTensors> readWeightsFile(const std::filesystem::path& file);

/// The tensors and metadata of a file that was read, as a whole safetensors file. Fails with WrongFormat
/// where that cannot hold them, as tensors of names that are none in it; origin names the file.
Result<std::vector<std::byte>> asSafetensors(const NamedTensors& file, const std::string& origin);

} // namespace fissure
