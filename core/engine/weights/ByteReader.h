#pragma once

#include <bit>
#include <cassert>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <optional>
#include <span>
#include <string_view>

namespace fissure {

using ByteSpan = std::span<const std::byte>;

static_assert(std::endian::native == std::endian::little, "numbers in files of weights are little-endian");

/// The number that stands at offset; it has to lie within bytes.
template <class Number>
Number numberAt(ByteSpan bytes, std::size_t offset) {
    assert(offset <= bytes.size() && sizeof(Number) <= bytes.size() - offset);
    Number number{};
    std::memcpy(&number, bytes.data() + offset, sizeof(Number));
    return number;
}

inline std::string_view asText(ByteSpan bytes) {
    return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
}

/// size bytes from offset on; nothing where they do not lie within bytes, whatever the numbers.
inline std::optional<ByteSpan> slice(ByteSpan bytes, std::uint64_t offset, std::uint64_t size) {
    if (offset > bytes.size() || size > bytes.size() - offset) {
        return std::nullopt;
    }
    return bytes.subspan(static_cast<std::size_t>(offset), static_cast<std::size_t>(size));
}

/// A place in bytes of others that moves on with what is read, and never beyond their end.
class ByteReader {
public:
    explicit ByteReader(ByteSpan bytes) : m_bytes(bytes) {}

    std::size_t position() const { return m_position; }
    std::size_t rest() const { return m_bytes.size() - m_position; }

    /// Nothing, and the place stays, where fewer are left.
    std::optional<ByteSpan> take(std::uint64_t size) {
        const auto taken = slice(m_bytes, m_position, size);
        m_position += taken ? taken->size() : 0;
        return taken;
    }

    template <class Number>
    std::optional<Number> number() {
        const auto bytes = take(sizeof(Number));
        return bytes ? std::optional(numberAt<Number>(*bytes, 0)) : std::nullopt;
    }

    /// Up to the next line feed, which is passed over; nothing where there is none.
    std::optional<std::string_view> line() {
        const std::string_view left = asText(m_bytes.subspan(m_position));
        const std::size_t length = left.find('\n');
        if (length == std::string_view::npos) {
            return std::nullopt;
        }
        m_position += length + 1;
        return left.substr(0, length);
    }

private:
    ByteSpan m_bytes;
    std::size_t m_position = 0;
};

} // namespace fissure
