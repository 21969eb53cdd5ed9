#include "core/data/CacheFolder.h"

#include "core/data/FolderListing.h"
#include "core/data/FolderStamp.h"

#include <algorithm>
#include <cstdint>
#include <functional>
#include <string>
#include <utility>
#include <vector>

namespace fissure {

namespace fs = std::filesystem;

void removeOldest(const fs::path& cache, std::string_view prefix, std::size_t kept) {
    std::vector<std::pair<std::int64_t, std::string>> found;
    const auto visited = visitFolder(cache, [&](std::string_view name, auto) {
        if (name.starts_with(prefix)) {
            found.emplace_back(stampOfFile(cache / name).modifiedNs, name);
        }
    });
    if (!visited) {
        return;
    }
    std::ranges::sort(found, std::ranges::greater());
    for (std::size_t i = kept; i < found.size(); ++i) {
        std::error_code error;
        fs::remove(cache / found[i].second, error);
    }
}

} // namespace fissure
