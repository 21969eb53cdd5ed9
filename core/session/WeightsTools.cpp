#include "core/session/WeightsTools.h"

#include "core/base/Files.h"
#include "core/engine/weights/WeightsFile.h"

#include <algorithm>
#include <array>
#include <span>
#include <string_view>
#include <system_error>
#include <utility>

namespace fissure {

namespace fs = std::filesystem;

namespace {

/// Statistics that batch normalisation gathers are no parameters, which torchvision counts for a network.
bool isStatistic(std::string_view name) {
    constexpr std::array<std::string_view, 3> kStatistics{"running_mean", "running_var",
                                                          "num_batches_tracked"};
    return std::ranges::any_of(kStatistics, [&](std::string_view each) { return name.ends_with(each); });
}

Result<void> checkPlace(const fs::path& file, const fs::path& out) {
    if (out.extension() != ".safetensors") {
        return failure(ErrorCode::WrongFormat, out.string(),
                       Text("core", "weights are written as safetensors only"),
                       Text("core", "choose a name that ends with .safetensors"));
    }
    std::error_code error;
    if (fs::equivalent(file, out, error)) {
        return failure(ErrorCode::WrongFormat, out.string(),
                       Text("core", "it is the very file that the weights are read from"),
                       Text("core", "choose another name"));
    }
    return {};
}

Result<WrittenWeights> write(const fs::path& out, std::span<const std::byte> bytes) {
    return writeFileAtomically(out, bytes).map([&] { return WrittenWeights{bytes.size(), sha256(bytes)}; });
}

} // namespace

Result<WeightsInspection> inspectWeights(const fs::path& file, std::optional<Backbone> backbone) {
    const auto content = readWeightsFile(file);
    if (!content) {
        return failure(content.error());
    }
    WeightsInspection inspection{content->format(), content->metadata(), {}, 0, 0, {}};
    for (const TensorView& tensor : content->tensors()) {
        inspection.tensors.push_back({tensor.name, tensor.type, tensor.shape, tensor.data.size()});
        inspection.bytes += tensor.data.size();
        inspection.parameters += isStatistic(tensor.name) ? 0 : tensor.data.size() / sizeOf(tensor.type);
    }
    if (!backbone) {
        return inspection;
    }
    RunConfig config;
    config.backbone = *backbone;
    return compareWithClassifier(*content, config).map([&](WeightsFit fit) {
        inspection.fit = std::move(fit);
        return std::move(inspection);
    });
}

Result<WrittenWeights> convertWeights(const fs::path& file, const fs::path& out) {
    return checkPlace(file, out)
        .and_then([&] { return readWeightsFile(file); })
        .and_then([&](const NamedTensors& content) { return asSafetensors(content, file.string()); })
        .and_then([&](const std::vector<std::byte>& bytes) { return write(out, bytes); });
}

Result<FileBytes> readStoredWeights(const StoredWeights& weights) {
    auto content = mapFile(weights.file);
    if (content && sha256(content->bytes()) != weights.sha256) {
        return failure(ErrorCode::Damaged, weights.file.string(),
                       Text("core", "its content is not what the run stored (SHA-256 differs)"),
                       Text("core", "restore the file from a backup"));
    }
    return content;
}

Result<WrittenWeights> exportWeights(const StoredWeights& weights, const fs::path& out) {
    return checkPlace(weights.file, out)
        .and_then([&] { return readStoredWeights(weights); })
        .and_then([&](const FileBytes& content) { return write(out, content.bytes()); });
}

} // namespace fissure
