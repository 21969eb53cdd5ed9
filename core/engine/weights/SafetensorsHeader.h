#pragma once

#include "core/base/Result.h"
#include "core/engine/weights/NamedTensors.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace fissure {

/// One tensor as the header describes it; begin and end are offsets into the data behind the header.
struct TensorEntry {
    std::string name;
    TensorType type = TensorType::F32;
    std::vector<std::int64_t> shape;
    std::uint64_t begin = 0;
    std::uint64_t end = 0;
};

struct SafetensorsHeader {
    std::vector<TensorEntry> entries; ///< by offset
    TensorMetadata metadata;
};

/// Reads the JSON and checks that the entries cover dataSize bytes without gap or overlap, each of the size
/// of its type and shape. Fails as parseSafetensors() does.
Result<SafetensorsHeader> parseSafetensorsHeader(std::string_view json, std::uint64_t dataSize,
                                                 const std::string& origin);

} // namespace fissure
