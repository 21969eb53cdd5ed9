#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

namespace fissure {

/// The names of an enum's values, in the order of their declaration: what JSON, the store and the CLI speak.
template <class E>
struct EnumNames;

template <class E>
constexpr std::string_view nameOf(E value) {
    return EnumNames<E>::names[static_cast<std::size_t>(value)];
}

template <class E>
constexpr std::optional<E> fromName(std::string_view name) {
    for (std::size_t i = 0; i < EnumNames<E>::names.size(); ++i) {
        if (EnumNames<E>::names[i] == name) {
            return static_cast<E>(i);
        }
    }
    return std::nullopt;
}

} // namespace fissure
