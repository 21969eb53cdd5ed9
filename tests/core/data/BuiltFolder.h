#pragma once

#include "core/base/Files.h"

#include <algorithm>
#include <cstddef>
#include <filesystem>
#include <map>
#include <string>
#include <vector>

namespace fissure::test {

/// The names in a folder, sorted.
inline std::vector<std::string> namesIn(const std::filesystem::path& folder) {
    std::vector<std::string> names;
    for (const auto& entry : std::filesystem::directory_iterator(folder)) {
        names.push_back(entry.path().filename().string());
    }
    std::ranges::sort(names);
    return names;
}

/// Contents by name.
inline std::map<std::string, std::vector<std::byte>> contentOf(const std::filesystem::path& folder) {
    std::map<std::string, std::vector<std::byte>> content;
    for (const std::string& name : namesIn(folder)) {
        content[name] = readFile(folder / name).value();
    }
    return content;
}

} // namespace fissure::test
