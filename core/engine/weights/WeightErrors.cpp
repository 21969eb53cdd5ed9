#include "core/engine/weights/WeightErrors.h"

#include <algorithm>
#include <cstdint>
#include <optional>
#include <utility>

namespace fissure {

namespace {

constexpr std::size_t kLongestShown = 120;

/// How many bytes the character of UTF-8 at the front of text takes; nothing where there is none.
std::optional<std::size_t> characterSize(std::string_view text) {
    const auto byteAt = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
    const unsigned lead = byteAt(0);
    if (lead < 0x80) {
        return 1;
    }
    const std::size_t size = lead < 0xc2 ? 0 : lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : lead < 0xf5 ? 4 : 0;
    if (size == 0 || size > text.size()) {
        return std::nullopt;
    }
    std::uint32_t code = lead & (0xffU >> (size + 1));
    for (std::size_t i = 1; i < size; ++i) {
        if ((byteAt(i) & 0xc0U) != 0x80U) {
            return std::nullopt;
        }
        code = code << 6 | (byteAt(i) & 0x3fU);
    }
    const bool isTooLong = (size == 3 && code < 0x800) || (size == 4 && code < 0x10000);
    const bool isNone = (code >= 0xd800 && code < 0xe000) || code > 0x10ffff;
    return isTooLong || isNone ? std::nullopt : std::optional(size);
}

bool isControl(char letter) {
    return (letter >= 0 && letter < ' ') || letter == '\x7f';
}

} // namespace

tl::unexpected<Error> damagedWeights(const std::string& origin, Text cause) {
    return failure(ErrorCode::Damaged, origin, std::move(cause),
                   Text("core", "download or export the weights again"));
}

tl::unexpected<Error> unusableWeights(const std::string& origin, Text cause) {
    return failure(ErrorCode::WrongFormat, origin, std::move(cause),
                   Text("core", "save the network's state_dict() alone, with torch.save or as safetensors"));
}

std::string shownName(std::string_view name) {
    std::string shown;
    while (!name.empty() && shown.size() < kLongestShown) {
        const auto size = characterSize(name);
        shown += !size || isControl(name.front()) ? "?" : name.substr(0, *size);
        name.remove_prefix(size.value_or(1));
    }
    return name.empty() ? shown : shown + "...";
}

bool isPrintableUtf8(std::string_view text) {
    while (!text.empty()) {
        const auto size = characterSize(text);
        if (!size || isControl(text.front())) {
            return false;
        }
        text.remove_prefix(*size);
    }
    return true;
}

} // namespace fissure
