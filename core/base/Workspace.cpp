#include "core/base/Workspace.h"

#include <cstdlib>
#include <fcntl.h>
#include <unistd.h>

namespace fissure {

namespace fs = std::filesystem;

namespace {

Text advice() {
    return Text("core", "choose another folder with --workspace");
}

Text isFile() {
    return Text("core", "the workspace is a file, not a folder");
}

Result<fs::path> wholePath(const fs::path& root) {
    if (root.empty()) {
        return failure(ErrorCode::NotFound, "", Text("core", "no folder is named as the workspace"),
                       advice());
    }
    std::error_code error;
    return fs::absolute(root, error).lexically_normal();
}

bool allows(const fs::path& folder, int access) {
    return ::faccessat(AT_FDCWD, folder.c_str(), access, AT_EACCESS) == 0;
}

} // namespace

Result<Workspace> Workspace::open(const fs::path& root) {
    const auto whole = wholePath(root);
    if (!whole) {
        return failure(whole.error());
    }
    std::error_code error;
    if (fs::exists(*whole, error) && !fs::is_directory(*whole, error)) {
        return failure(ErrorCode::Unwritable, whole->string(), isFile(), advice());
    }
    fs::create_directories(*whole, error);
    if (error) {
        return failure(ErrorCode::Unwritable, whole->string(),
                       Text("core", "the workspace cannot be made: %1").with(error.message()), advice());
    }
    if (!allows(*whole, R_OK | W_OK | X_OK)) {
        return failure(ErrorCode::Unwritable, whole->string(),
                       Text("core", "the workspace cannot be written to"), advice());
    }
    return Workspace(*whole);
}

Result<Workspace> Workspace::existing(const fs::path& root) {
    const auto whole = wholePath(root);
    if (!whole) {
        return failure(whole.error());
    }
    std::error_code error;
    const fs::file_status found = fs::status(*whole, error);
    if (found.type() == fs::file_type::not_found) {
        return failure(ErrorCode::NotFound, whole->string(), Text("core", "the workspace does not exist"),
                       advice());
    }
    if (fs::exists(found) && !fs::is_directory(found)) {
        return failure(ErrorCode::Unreadable, whole->string(), isFile(), advice());
    }
    if (!allows(*whole, R_OK | X_OK)) {
        return failure(ErrorCode::Unreadable, whole->string(), Text("core", "the workspace cannot be read"),
                       advice());
    }
    return Workspace(*whole);
}

fs::path Workspace::defaultRoot() {
    if (const char* data = std::getenv("XDG_DATA_HOME"); data != nullptr && fs::path(data).is_absolute()) {
        return fs::path(data) / "fissure";
    }
    const char* home = std::getenv("HOME");
    return fs::path(home != nullptr ? home : ".") / ".local" / "share" / "fissure";
}

} // namespace fissure
