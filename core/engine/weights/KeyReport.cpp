#include "core/engine/weights/KeyReport.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <iterator>
#include <string_view>

namespace fissure {

namespace {

/// "a, b, c"
Text listOf(std::span<const Text> items) {
    Text list;
    for (const Text& item : items) {
        list = list.empty() ? item : Text("core", "%1, %2").with(list, item);
    }
    return list;
}

/// "a, b, c and 12 more"
template <class Item, class Describe>
Text someOf(const std::vector<Item>& items, Describe describe) {
    constexpr std::size_t kShown = 3;
    const std::size_t shown = std::min(kShown, items.size());
    std::vector<Text> texts;
    std::transform(items.begin(), items.begin() + static_cast<std::ptrdiff_t>(shown),
                   std::back_inserter(texts), describe);
    const Text text = listOf(texts);
    return items.size() > shown ? Text("core", "%1 and %2 more").with(text, items.size() - shown) : text;
}

Text asItStands(const std::string& name) {
    return name;
}

Text misshapedText(const UnfitTensor& tensor) {
    return Text("core", "%1 is [%2] instead of [%3]")
        .with(tensor.name, fmt::format("{}", fmt::join(tensor.shape, ", ")),
              fmt::format("{}", fmt::join(tensor.wantedShape, ", ")));
}

Text mistypedText(const UnfitTensor& tensor) {
    return Text("core", "%1 is of type %2").with(tensor.name, nameOf(tensor.type));
}

} // namespace

TensorsByKey byName(std::span<const TensorView> tensors) {
    TensorsByKey named;
    for (const TensorView& tensor : tensors) {
        named[tensor.name] = &tensor;
    }
    return named;
}

bool KeyReport::fits() const {
    return missing.empty() && unexpected.empty() && misshaped.empty() && mistyped.empty();
}

Text KeyReport::summary() const {
    std::vector<Text> clauses;
    if (!missing.empty()) {
        clauses.push_back(Text("core", "%1 missing (%2)").with(missing.size(), someOf(missing, &asItStands)));
    }
    if (!unexpected.empty()) {
        clauses.push_back(
            Text("core", "%1 unexpected (%2)").with(unexpected.size(), someOf(unexpected, &asItStands)));
    }
    if (!misshaped.empty()) {
        clauses.push_back(Text("core", "%1 of the wrong shape (%2)")
                              .with(misshaped.size(), someOf(misshaped, &misshapedText)));
    }
    if (!mistyped.empty()) {
        clauses.push_back(Text("core", "%1 of a type that cannot be loaded (%2)")
                              .with(mistyped.size(), someOf(mistyped, &mistypedText)));
    }
    return listOf(clauses);
}

KeyReport compareKeys(std::span<const WantedTensor> wanted, const TensorsByKey& given) {
    KeyReport report;
    std::map<std::string_view, const WantedTensor*> wantedByKey;
    for (const WantedTensor& tensor : wanted) {
        wantedByKey[tensor.key] = &tensor;
        if (!tensor.isOptional && !given.contains(tensor.key)) {
            report.missing.push_back(tensor.key);
        }
    }
    for (const auto& [key, tensor] : given) {
        const auto found = wantedByKey.find(key);
        if (found == wantedByKey.end()) {
            report.unexpected.push_back(tensor->name);
            continue;
        }
        const UnfitTensor unfit{tensor->name, tensor->shape, found->second->shape, tensor->type};
        if (unfit.shape != unfit.wantedShape) {
            report.misshaped.push_back(unfit);
        } else if (!isTorchType(unfit.type)) {
            report.mistyped.push_back(unfit);
        }
    }
    return report;
}

bool isTorchType(TensorType type) {
    return type != TensorType::U16 && type != TensorType::U32 && type != TensorType::U64;
}

} // namespace fissure
