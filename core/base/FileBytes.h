#pragma once

#include <cstddef>
#include <memory>
#include <span>
#include <utility>
#include <vector>

namespace fissure {

class Descriptor;

/// The content of a file for as long as this lives: mapped into memory, so that only what is looked at is
/// read, or held there. Where it is mapped, a file that another program cuts short meanwhile ends this one
/// (SIGBUS); one that is replaced by renaming stays as it was.
class FileBytes {
public:
    FileBytes() = default;
    FileBytes(std::vector<std::byte> held) : m_held(std::move(held)) {}

    /// The first size bytes of an open file, mapped; nothing of no bytes, or where the system cannot map it.
    static FileBytes map(const Descriptor& file, std::size_t size);

    /// They stay where they are when this is moved.
    std::span<const std::byte> bytes() const {
        return m_mapped ? std::span(m_mapped.get(), m_mapped.get_deleter().size) : std::span(m_held);
    }

private:
    struct Unmap {
        std::size_t size;
        void operator()(const std::byte* start) const;
    };

    std::vector<std::byte> m_held;
    std::unique_ptr<const std::byte, Unmap> m_mapped;
};

} // namespace fissure
