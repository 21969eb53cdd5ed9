#include "core/base/Workspace.h"

#include <cstdlib>
#include <fcntl.h>
#include <unistd.h>

namespace fissure {

namespace fs = std::filesystem;

Result<Workspace> Workspace::open(const fs::path& root) {
    const std::string advice = "choose another folder with --workspace";
    if (root.empty()) {
        return failure(ErrorCode::NotFound, "", "no folder is named as the workspace", advice);
    }
    std::error_code error;
    const fs::path whole = fs::absolute(root, error).lexically_normal();
    if (fs::exists(whole, error) && !fs::is_directory(whole, error)) {
        return failure(ErrorCode::Unwritable, whole.string(), "the workspace is a file, not a folder",
                       advice);
    }
    fs::create_directories(whole, error);
    if (error) {
        return failure(ErrorCode::Unwritable, whole.string(),
                       "the workspace cannot be made: " + error.message(), advice);
    }
    if (::faccessat(AT_FDCWD, whole.c_str(), R_OK | W_OK | X_OK, AT_EACCESS) != 0) {
        return failure(ErrorCode::Unwritable, whole.string(), "the workspace cannot be written to", advice);
    }
    return Workspace(whole);
}

fs::path Workspace::defaultRoot() {
    if (const char* data = std::getenv("XDG_DATA_HOME"); data != nullptr && fs::path(data).is_absolute()) {
        return fs::path(data) / "fissure";
    }
    const char* home = std::getenv("HOME");
    return fs::path(home != nullptr ? home : ".") / ".local" / "share" / "fissure";
}

} // namespace fissure
