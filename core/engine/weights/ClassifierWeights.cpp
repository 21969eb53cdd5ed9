#include "core/engine/weights/ClassifierWeights.h"

#include "core/base/BuildInfo.h"
#include "core/base/Files.h"
#include "core/engine/weights/Safetensors.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <cstring>
#include <map>
#include <optional>
#include <span>
#include <string>

namespace fissure {

namespace {

constexpr std::string_view kBackbonePrefix = "feature_extractor.";
constexpr std::string_view kHeadPrefix = "classifier.";
constexpr std::string_view kBatchCounter = "num_batches_tracked";

/// torch's type for a type of the file; nothing for those that no version of LibTorch we build with can hold.
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

/// "a, b, c"
Text listOf(std::span<const Text> items) {
    Text list;
    for (const Text& item : items) {
        list = list.empty() ? item : Text("core", "%1, %2").with(list, item);
    }
    return list;
}

/// "a, b, c and 12 more"
Text someOf(const std::vector<Text>& names) {
    constexpr std::size_t kShown = 3;
    const std::size_t shown = std::min(kShown, names.size());
    Text text = listOf(std::span(names).first(shown));
    return names.size() > shown ? Text("core", "%1 and %2 more").with(text, names.size() - shown) : text;
}

/// The tensors of a file under the keys of the classifier.
std::map<std::string, const TensorView*> byClassifierKey(const NamedTensors& file) {
    const bool ownKeys = std::ranges::any_of(
        file.tensors(), [](const TensorView& tensor) { return tensor.name.starts_with(kBackbonePrefix); });
    std::map<std::string, const TensorView*> tensors;
    for (const TensorView& tensor : file.tensors()) {
        tensors[ownKeys ? tensor.name : std::string(kBackbonePrefix) + tensor.name] = &tensor;
    }
    return tensors;
}

/// Everything that does not fit, in one clause; empty where all fits.
Text misfit(const std::map<std::string, const TensorView*>& given,
            const std::map<std::string, torch::Tensor>& wanted, WeightScope scope) {
    const bool hasHead =
        std::ranges::any_of(given, [](const auto& item) { return item.first.starts_with(kHeadPrefix); });
    std::vector<Text> missing;
    std::vector<Text> unexpected;
    std::vector<Text> misshaped;
    for (const auto& [key, tensor] : wanted) {
        const bool headIsFree =
            scope == WeightScope::AtLeastBackbone && !hasHead && key.starts_with(kHeadPrefix);
        if (!given.contains(key) && !isOptional(key) && !headIsFree) {
            missing.emplace_back(key);
        }
    }
    for (const auto& [key, view] : given) {
        const auto found = wanted.find(key);
        if (found == wanted.end()) {
            unexpected.emplace_back(view->name);
        } else if (found->second.sizes() != torch::IntArrayRef(view->shape)) {
            misshaped.push_back(Text("core", "%1 is [%2] instead of [%3]")
                                    .with(view->name, fmt::format("{}", fmt::join(view->shape, ", ")),
                                          fmt::format("{}", fmt::join(found->second.sizes(), ", "))));
        } else if (!torchTypeOf(view->type)) {
            misshaped.push_back(Text("core", "%1 is of type %2").with(view->name, nameOf(view->type)));
        }
    }
    std::vector<Text> clauses;
    if (!missing.empty()) {
        clauses.push_back(Text("core", "%1 missing (%2)").with(missing.size(), someOf(missing)));
    }
    if (!unexpected.empty()) {
        clauses.push_back(Text("core", "%1 unexpected (%2)").with(unexpected.size(), someOf(unexpected)));
    }
    if (!misshaped.empty()) {
        clauses.push_back(
            Text("core", "%1 of the wrong shape or type (%2)").with(misshaped.size(), someOf(misshaped)));
    }
    return listOf(clauses);
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

Result<void> loadWeights(Classifier& network, const std::filesystem::path& file, const RunConfig& config,
                         WeightScope scope) {
    auto bytes = readFile(file);
    if (!bytes) {
        return failure(bytes.error());
    }
    const auto parsed = parseSafetensors(std::move(*bytes), file.string());
    if (!parsed) {
        return failure(parsed.error());
    }
    const std::string_view backbone = nameOf(config.backbone);
    const auto written = parsed->metadata().find("backbone");
    if (written != parsed->metadata().end() && written->second != backbone) {
        return failure(ErrorCode::WrongFormat, file.string(),
                       Text("core", "it holds weights of %1, not of %2").with(written->second, backbone),
                       Text("core", "choose the backbone %1 or other weights").with(written->second));
    }
    const auto state = stateOf(network);
    const auto tensors = byClassifierKey(*parsed);
    if (const Text cause = misfit(tensors, state, scope); !cause.empty()) {
        return failure(ErrorCode::WrongFormat, file.string(),
                       Text("core", "its tensors do not fit %1: %2").with(backbone, cause),
                       Text("core", "choose weights of this backbone with torchvision's key names"));
    }
    const torch::NoGradGuard noGrad;
    for (const auto& [key, view] : tensors) {
        copyInto(state.at(key), *view);
    }
    return {};
}

} // namespace fissure
