#pragma once

#include <charconv>
#include <string_view>

namespace fissure {

/// Reads a text that is a number from its first letter to its last, whatever the locale. False, with the
/// value left as it was, for any other.
template <class Number>
bool parseNumber(std::string_view text, Number& value) {
    Number parsed{};
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), parsed);
    if (error != std::errc() || end != text.data() + text.size()) {
        return false;
    }
    value = parsed;
    return true;
}

} // namespace fissure
