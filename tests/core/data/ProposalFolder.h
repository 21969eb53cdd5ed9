#pragma once

#include "core/base/Files.h"

#include <QTemporaryDir>

#include <chrono>
#include <filesystem>
#include <string>
#include <string_view>

namespace fissure::test {

/// A temporary folder of small files; names are all that a scan looks at.
class ProposalFolder {
public:
    std::filesystem::path path() const { return m_folder.path().toStdString(); }

    void add(const std::filesystem::path& name, std::string_view content = "x") const {
        const std::filesystem::path file = path() / name;
        std::filesystem::create_directories(file.parent_path());
        if (!writeFileAtomically(file, content)) {
            qFatal("cannot write a test file");
        }
    }

private:
    QTemporaryDir m_folder;
};

/// Sets the time of a file's last change to so long after (or before) now.
inline void setAge(const std::filesystem::path& file, std::chrono::seconds fromNow) {
    std::filesystem::last_write_time(file, std::filesystem::file_time_type::clock::now() + fromNow);
}

} // namespace fissure::test
