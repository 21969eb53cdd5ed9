#include "core/store/MarkFolder.h"

#include <filesystem>

namespace fissure {

std::string markFolder(const std::string& folder) {
    const std::filesystem::path path = std::filesystem::path(folder).lexically_normal();
    return path.has_filename() || !path.has_relative_path() ? path.string() : path.parent_path().string();
}

} // namespace fissure
