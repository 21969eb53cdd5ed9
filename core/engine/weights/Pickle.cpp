#include "core/engine/weights/Pickle.h"

#include <algorithm>

namespace fissure {

std::optional<PickleRef> Pickle::find(const PickleDict& dict, std::string_view key) const {
    const auto found = std::ranges::find_if(dict.items, [&](const auto& item) {
        const auto* text = as<PickleText>(item.first);
        return text != nullptr && *text == key;
    });
    return found == dict.items.end() ? std::nullopt : std::optional(found->second);
}

} // namespace fissure
