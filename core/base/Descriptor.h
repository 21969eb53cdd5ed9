#pragma once

#include <cstddef>
#include <filesystem>
#include <span>

namespace fissure {

/// An open file descriptor, closed when it goes.
class Descriptor {
public:
    explicit Descriptor(int number) : m_number(number) {}
    ~Descriptor();
    Descriptor(Descriptor&& other) noexcept;
    Descriptor& operator=(Descriptor&&) = delete;

    /// 0, or what went wrong; a network's file system says here what it held back.
    int close();

    int number() const { return m_number; }
    bool isOpen() const { return m_number >= 0; }

    /// Writes all of it, begun anew where a signal interrupts; false, and errno, where that fails.
    bool writeAll(std::span<const std::byte> bytes) const;

private:
    int m_number;
};

/// Whether the open file is the one that stands at that path. Whoever has locked a file that was removed or
/// renamed meanwhile keeps nobody out.
bool isStillAt(int descriptor, const std::filesystem::path& file);

} // namespace fissure
