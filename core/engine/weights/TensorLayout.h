#pragma once

#include "core/engine/weights/ByteReader.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace fissure {

/// How a tensor lies in a storage, by the rules of torch.as_strided: element (i, j, ...) stands offset +
/// i * strides[0] + j * strides[1] + ... elements behind the storage's start. No number is negative, and
/// there are as many strides as sides.
struct TensorLayout {
    std::int64_t offset = 0;
    std::vector<std::int64_t> shape;
    std::vector<std::int64_t> strides;
};

/// How many elements the storage needs so that all of the tensor's lie within; nothing where that does not
/// fit 64 bits.
std::optional<std::uint64_t> reachOf(const TensorLayout& layout);

/// True where the elements follow one another in row-major order, without a gap.
bool isDense(const TensorLayout& layout);

/// The tensor's elements in row-major order. storage has reachOf() elements of elementSize bytes, dense has
/// room for those of the tensor.
void copyDense(const TensorLayout& layout, std::size_t elementSize, ByteSpan storage,
               std::span<std::byte> dense);

} // namespace fissure
