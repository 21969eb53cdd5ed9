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

Result<std::vector<std::byte>> asSafetensors(const NamedTensors& file, const std::string& origin) {
    TensorMetadata metadata = file.metadata();
    if (file.format() != WeightsFormat::Safetensors) {
        metadata["format"] = "pt"; // without it some programs refuse the file
    }
    std::vector<std::byte> bytes = toSafetensors(file.tensors(), metadata);
    // What torch.save keeps may be of a name that stands for something else here.
    if (const auto checked = checkSafetensors(bytes, origin); !checked) {
        return failure(
            ErrorCode::WrongFormat, origin,
            Text("core", "a safetensors file cannot hold its tensors: %1").with(checked.error().cause));
    }
    return bytes;
}

} // namespace fissure
