#pragma once

#include <cstddef>
#include <filesystem>
#include <string_view>

namespace fissure {

/// Keeps so many of the files in a cache whose names start with the prefix, the youngest, and removes the
/// others; what an interrupted write has left goes with them. Does what it can.
void removeOldest(const std::filesystem::path& cache, std::string_view prefix, std::size_t kept);

} // namespace fissure
