#pragma once

#include <algorithm>
#include <cstddef>
#include <string_view>

namespace fissure {

/// A place in a text, both counted from 1.
struct TextPosition {
    std::size_t line = 1;
    std::size_t column = 1; ///< in bytes
};

/// That of the byte at an offset, which may be the end of the text.
inline TextPosition positionAt(std::string_view text, std::size_t offset) {
    const std::string_view before = text.substr(0, std::min(offset, text.size()));
    const std::size_t lineStart = before.rfind('\n') + 1; // npos + 1 is 0
    return {static_cast<std::size_t>(std::ranges::count(before, '\n')) + 1, before.size() - lineStart + 1};
}

} // namespace fissure
