#include "core/engine/weights/StateDict.h"

#include "core/engine/weights/WeightErrors.h"

#include <algorithm>
#include <array>
#include <set>
#include <string_view>

namespace fissure {

namespace {

constexpr std::array<std::string_view, 3> kNests{"state_dict", "model_state_dict", "model"};
constexpr std::string_view kParallelPrefix = "module.";

/// Null where the pickle is of no dict.
const PickleDict* findDict(const Pickle& pickle) {
    const auto* root = pickle.as<PickleDict>(pickle.root);
    for (const std::string_view nest : kNests) {
        const auto nested = root == nullptr ? std::nullopt : pickle.find(*root, nest);
        if (const auto* dict = nested ? pickle.as<PickleDict>(*nested) : nullptr) {
            return dict;
        }
    }
    return root;
}

void takeOffPrefix(std::vector<StateEntry>& entries) {
    const auto isParallel = [](const StateEntry& entry) { return entry.name.starts_with(kParallelPrefix); };
    if (std::ranges::all_of(entries, isParallel)) {
        for (StateEntry& entry : entries) {
            entry.name.erase(0, kParallelPrefix.size());
        }
    }
}

} // namespace

Result<std::vector<StateEntry>> stateDictOf(const Pickle& pickle, const std::string& origin) {
    const PickleDict* dict = findDict(pickle);
    if (dict == nullptr || dict->items.empty()) {
        return unusableWeights(origin, Text("core", "it holds no dictionary of tensors by name"));
    }
    std::vector<StateEntry> entries;
    std::set<std::string_view> names;
    for (const auto& [key, value] : dict->items) {
        const auto* name = pickle.as<PickleText>(key);
        if (name == nullptr) {
            return unusableWeights(origin, Text("core", "its dictionary has keys that are no names"));
        }
        if (!isPrintableUtf8(*name)) {
            return damagedWeights(origin,
                                  Text("core", "the name \"%1\" in it is not UTF-8").with(shownName(*name)));
        }
        if (!names.insert(*name).second) {
            return damagedWeights(origin, Text("core", "it names \"%1\" twice").with(shownName(*name)));
        }
        if (pickle.as<PickleTensor>(value) == nullptr) {
            return unusableWeights(
                origin, Text("core", "\"%1\" in its dictionary is no tensor").with(shownName(*name)));
        }
        entries.push_back({std::string(*name), value});
    }
    takeOffPrefix(entries);
    return entries;
}

} // namespace fissure
