#include "core/engine/weights/ClassifierWeights.h"

#include "core/base/BuildInfo.h"
#include "core/engine/weights/Safetensors.h"
#include "core/engine/weights/WeightsFile.h"

#include <algorithm>
#include <cstring>
#include <map>
#include <optional>
#include <string>

namespace fissure {

namespace {

constexpr std::string_view kBackbonePrefix = "feature_extractor.";
constexpr std::string_view kHeadPrefix = "classifier.";
constexpr std::string_view kBatchCounter = "num_batches_tracked";

/// torch's type for a type of the file; nothing for those that isTorchType() refuses.
std::optional<torch::Dtype> torchTypeOf(TensorType type) {
    switch (type) {
    case TensorType::Bool:
        return torch::kBool;
    case TensorType::U8:
        return torch::kUInt8;
    case TensorType::I8:
        return torch::kInt8;
    case TensorType::I16:
        return torch::kInt16;
    case TensorType::I32:
        return torch::kInt32;
    case TensorType::I64:
        return torch::kInt64;
    case TensorType::F16:
        return torch::kFloat16;
    case TensorType::BF16:
        return torch::kBFloat16;
    case TensorType::F32:
        return torch::kFloat32;
    case TensorType::F64:
        return torch::kFloat64;
    default:
        return std::nullopt;
    }
}

/// The network's state by key, as torchvision's state_dict() has it; the tensors share the network's storage.
std::map<std::string, torch::Tensor> stateOf(const Classifier& network) {
    std::map<std::string, torch::Tensor> state;
    for (const auto& item : network.named_parameters()) {
        state[item.key()] = item.value().detach();
    }
    for (const auto& item : network.named_buffers()) {
        state[item.key()] = item.value();
    }
    return state;
}

bool isOptional(const std::string& key) {
    // Only batch norm without momentum reads the counter, and files converted from older PyTorch lack it.
    return key.ends_with(kBatchCounter);
}

/// The tensors of a file under the keys of the classifier.
TensorsByKey byClassifierKey(const NamedTensors& file) {
    const bool ownKeys = std::ranges::any_of(
        file.tensors(), [](const TensorView& tensor) { return tensor.name.starts_with(kBackbonePrefix); });
    TensorsByKey tensors;
    for (const TensorView& tensor : file.tensors()) {
        tensors[ownKeys ? tensor.name : std::string(kBackbonePrefix) + tensor.name] = &tensor;
    }
    return tensors;
}

/// What the network's state has to be filled with by a file that has a head, or has none.
std::vector<WantedTensor> wantedTensors(const std::map<std::string, torch::Tensor>& state, bool hasHead,
                                        WeightScope scope) {
    std::vector<WantedTensor> wanted;
    for (const auto& [key, tensor] : state) {
        const bool headIsFree =
            scope == WeightScope::AtLeastBackbone && !hasHead && key.starts_with(kHeadPrefix);
        wanted.push_back({key, tensor.sizes().vec(), headIsFree || isOptional(key)});
    }
    return wanted;
}

void copyInto(torch::Tensor target, const TensorView& view) {
    // By way of an own tensor: nothing says that data in a file is aligned for its type.
    const torch::Tensor aligned = torch::empty(view.shape, torch::dtype(*torchTypeOf(view.type)));
    std::memcpy(aligned.data_ptr(), view.data.data(), view.data.size());
    target.copy_(aligned);
}

TensorView viewOf(const std::string& key, const torch::Tensor& dense) {
    const TensorType type = dense.scalar_type() == torch::kInt64 ? TensorType::I64 : TensorType::F32;
    const auto* data = static_cast<const std::byte*>(dense.data_ptr());
    return {key, type, dense.sizes().vec(), {data, dense.nbytes()}};
}

} // namespace

std::vector<std::byte> serialiseWeights(const Classifier& network, const RunConfig& config) {
    std::vector<torch::Tensor> dense; // keeps alive what the views look into
    std::vector<TensorView> views;
    for (const auto& [key, tensor] : stateOf(network)) {
        dense.push_back(tensor.to(torch::kCPU).contiguous());
        views.push_back(viewOf(key, dense.back()));
    }
    return toSafetensors(std::move(views), {{"backbone", std::string(nameOf(config.backbone))},
                                            {"format", "pt"},
                                            {kImageSizeKey, std::to_string(config.imageSizePx)},
                                            {"program", std::string("Fissure ") + programVersion()}});
}

WeightsFit fitOf(const Classifier& network, const NamedTensors& file, WeightScope scope) {
    const TensorsByKey tensors = byClassifierKey(file);
    const bool hasHead =
        std::ranges::any_of(tensors, [](const auto& item) { return item.first.starts_with(kHeadPrefix); });
    return {compareKeys(wantedTensors(stateOf(network), hasHead, scope), tensors), hasHead};
}

Result<void> loadWeights(Classifier& network, const std::filesystem::path& file, const RunConfig& config,
                         WeightScope scope) {
    const auto content = readWeightsFile(file);
    if (!content) {
        return failure(content.error());
    }
    const std::string_view backbone = nameOf(config.backbone);
    const auto written = content->metadata().find("backbone");
    if (written != content->metadata().end() && written->second != backbone) {
        return failure(ErrorCode::WrongFormat, file.string(),
                       Text("core", "it holds weights of %1, not of %2").with(written->second, backbone),
                       Text("core", "choose the backbone %1 or other weights").with(written->second));
    }
    const KeyReport report = fitOf(network, *content, scope).keys;
    if (!report.fits()) {
        return failure(ErrorCode::WrongFormat, file.string(),
                       Text("core", "its tensors do not fit %1: %2").with(backbone, report.summary()),
                       Text("core", "choose weights of this backbone with torchvision's key names"));
    }
    const torch::NoGradGuard noGrad;
    const auto state = stateOf(network);
    for (const auto& [key, view] : byClassifierKey(*content)) {
        copyInto(state.at(key), *view);
    }
    return {};
}

} // namespace fissure
