#pragma once

#include <fmt/format.h>

#include <cstdint>
#include <filesystem>
#include <sys/mount.h>
#include <utility>

namespace fissure::test {

/// A file system of a few kilobytes at a folder, for tests of a full disk, as long as this lives. Only root
/// may have one; others skip such a test.
class SmallDisk {
public:
    SmallDisk(std::filesystem::path folder, std::uintmax_t bytes) : m_folder(std::move(folder)) {
        std::filesystem::create_directories(m_folder);
        m_isThere =
            ::mount("tmpfs", m_folder.c_str(), "tmpfs", 0, fmt::format("size={}", bytes).c_str()) == 0;
    }
    ~SmallDisk() {
        if (m_isThere) {
            ::umount2(m_folder.c_str(), MNT_DETACH);
        }
    }
    SmallDisk(const SmallDisk&) = delete;
    SmallDisk& operator=(const SmallDisk&) = delete;

    bool isThere() const { return m_isThere; }

    bool resize(std::uintmax_t bytes) const {
        return ::mount("tmpfs", m_folder.c_str(), "tmpfs", MS_REMOUNT,
                       fmt::format("size={}", bytes).c_str()) == 0;
    }

private:
    std::filesystem::path m_folder;
    bool m_isThere = false;
};

} // namespace fissure::test
