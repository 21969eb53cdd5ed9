#include "core/engine/weights/TensorLayout.h"

#include <algorithm>

namespace fissure {

namespace {

bool isEmpty(const TensorLayout& layout) {
    return std::ranges::find(layout.shape, 0) != layout.shape.end();
}

} // namespace

std::optional<std::uint64_t> reachOf(const TensorLayout& layout) {
    auto reach = static_cast<std::uint64_t>(layout.offset);
    if (isEmpty(layout)) {
        return reach;
    }
    for (std::size_t i = 0; i < layout.shape.size(); ++i) {
        const auto steps = static_cast<std::uint64_t>(layout.shape[i] - 1);
        std::uint64_t way = 0;
        if (__builtin_mul_overflow(steps, static_cast<std::uint64_t>(layout.strides[i]), &way) ||
            __builtin_add_overflow(reach, way, &reach)) {
            return std::nullopt;
        }
    }
    return __builtin_add_overflow(reach, 1U, &reach) ? std::nullopt : std::optional(reach);
}

bool isDense(const TensorLayout& layout) {
    if (isEmpty(layout)) {
        return true;
    }
    std::int64_t expected = 1;
    for (std::size_t i = layout.shape.size(); i-- > 0;) {
        if (layout.shape[i] == 1) {
            continue; // a stride that is never used
        }
        if (layout.strides[i] != expected || __builtin_mul_overflow(expected, layout.shape[i], &expected)) {
            return false;
        }
    }
    return true;
}

void copyDense(const TensorLayout& layout, std::size_t elementSize, ByteSpan storage,
               std::span<std::byte> dense) {
    if (isEmpty(layout)) {
        return;
    }
    std::vector<std::int64_t> place(layout.shape.size());
    auto element = static_cast<std::size_t>(layout.offset);
    for (std::byte* target = dense.data(); target != dense.data() + dense.size(); target += elementSize) {
        std::memcpy(target, storage.data() + element * elementSize, elementSize);
        // On to the next place, as an odometer goes.
        for (std::size_t i = place.size(); i-- > 0;) {
            element += static_cast<std::size_t>(layout.strides[i]);
            if (++place[i] < layout.shape[i]) {
                break;
            }
            element -= static_cast<std::size_t>(layout.strides[i]) * static_cast<std::size_t>(place[i]);
            place[i] = 0;
        }
    }
}

} // namespace fissure
