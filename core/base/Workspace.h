#pragma once

#include "core/base/Result.h"

#include <filesystem>
#include <string>

namespace fissure {

/// The one folder that holds everything: database, checkpoints and caches. It can be copied as a whole.
class Workspace {
public:
    /// Opens the folder and makes it where it is missing. Fails when it is a file or cannot be written.
    static Result<Workspace> open(const std::filesystem::path& root);

    /// The folder as it is, for reading: nothing is made, and it need not be writable. Fails with NotFound
    /// where there is none, or with Unreadable when it is a file or cannot be looked into.
    static Result<Workspace> existing(const std::filesystem::path& root);

    /// $XDG_DATA_HOME/fissure, else ~/.local/share/fissure.
    static std::filesystem::path defaultRoot();

    const std::filesystem::path& root() const { return m_root; }
    std::filesystem::path database() const { return m_root / "fissure.db"; }
    std::filesystem::path lockFile() const { return m_root / "fissure.lock"; }
    std::filesystem::path checkpoints(const std::string& runUuid) const {
        return m_root / "checkpoints" / runUuid;
    }
    /// Weights that were downloaded; whoever keeps some there makes it.
    std::filesystem::path weights() const { return m_root / "weights"; }
    /// What can be made anew at any time; whoever keeps something there makes it.
    std::filesystem::path cache() const { return m_root / "cache"; }

private:
    explicit Workspace(std::filesystem::path root) : m_root(std::move(root)) {}

    std::filesystem::path m_root;
};

} // namespace fissure
