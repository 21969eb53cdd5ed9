#include "core/engine/weights/NamedTensors.h"

#include <array>

namespace fissure {

namespace {

struct TypeFacts {
    std::string_view name;
    std::size_t size;
};

constexpr std::array<TypeFacts, 13> kTypes{{{"BOOL", 1},
                                            {"U8", 1},
                                            {"I8", 1},
                                            {"I16", 2},
                                            {"U16", 2},
                                            {"F16", 2},
                                            {"BF16", 2},
                                            {"I32", 4},
                                            {"U32", 4},
                                            {"F32", 4},
                                            {"F64", 8},
                                            {"I64", 8},
                                            {"U64", 8}}};

} // namespace

std::string_view nameOf(TensorType type) {
    return kTypes[static_cast<std::size_t>(type)].name;
}

std::size_t sizeOf(TensorType type) {
    return kTypes[static_cast<std::size_t>(type)].size;
}

std::optional<std::uint64_t> byteCount(TensorType type, const std::vector<std::int64_t>& shape) {
    std::uint64_t bytes = sizeOf(type);
    for (const std::int64_t side : shape) {
        if (__builtin_mul_overflow(bytes, static_cast<std::uint64_t>(side), &bytes)) {
            return std::nullopt;
        }
    }
    return bytes;
}

} // namespace fissure
