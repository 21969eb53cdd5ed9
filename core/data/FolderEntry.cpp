#include "core/data/FolderEntry.h"

namespace fissure {

namespace fs = std::filesystem;

FolderEntry examineEntry(const fs::path& path) {
    std::error_code error;
    const fs::file_status status = fs::status(path, error);
    if (fs::is_regular_file(status)) {
        return {FolderEntry::Kind::File, {}};
    }
    if (fs::is_directory(status)) {
        return {FolderEntry::Kind::Folder, {}};
    }
    if (status.type() == fs::file_type::not_found) {
        return {FolderEntry::Kind::Unusable, Text("core", "it is a link to a file that does not exist")};
    }
    return {FolderEntry::Kind::Unusable, fs::exists(status)
                                             ? Text("core", "it is not a file")
                                             : Text("core", "it cannot be read: %1").with(error.message())};
}

} // namespace fissure
