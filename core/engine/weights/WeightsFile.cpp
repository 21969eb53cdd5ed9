#include "core/engine/weights/WeightsFile.h"

#include "core/base/Files.h"
#include "core/engine/weights/PthFile.h"
#include "core/engine/weights/Safetensors.h"
#include "core/engine/weights/WeightErrors.h"

#include <utility>

namespace fissure {

Result<NamedTensors> readWeightsFile(const std::filesystem::path& file) {
    auto content = mapFile(file);
    if (!content) {
        return failure(content.error());
    }
    const auto bytes = content->bytes();
    // First, since the length in front of their header can be any number.
    if (looksLikeSafetensors(bytes)) {
        return parseSafetensors(std::move(*content), file.string());
    }
    if (isPthFile(bytes)) {
        return parsePthFile(std::move(*content), file.string());
    }
    return unusableWeights(file.string(),
                           Text("core", "it is neither a safetensors file nor one that torch.save wrote"));
}

} // namespace fissure
