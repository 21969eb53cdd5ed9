#include "core/data/FolderListing.h"

#include "core/data/FolderEntry.h"

#include <algorithm>

namespace fissure {

namespace fs = std::filesystem;

Result<FolderListing> listFolder(const fs::path& folder) {
    std::error_code error;
    const fs::file_type type = fs::status(folder, error).type();
    if (type == fs::file_type::not_found) {
        return failure(ErrorCode::NotFound, folder.string(), Text("core", "the folder does not exist"));
    }
    if (type != fs::file_type::directory && type != fs::file_type::none) {
        return failure(ErrorCode::Unreadable, folder.string(), Text("core", "it is not a folder"));
    }
    FolderListing listing;
    fs::directory_iterator entry(folder, error);
    for (; !error && entry != fs::directory_iterator(); entry.increment(error)) {
        const fs::path name = entry->path().filename();
        if (name.native().front() == '.') {
            continue;
        }
        FolderEntry found = examineEntry(entry->path());
        if (found.kind == FolderEntry::Kind::File) {
            listing.names.push_back(name);
        } else if (found.kind == FolderEntry::Kind::Unusable) {
            listing.unusable.push_back({name.string(), std::move(found.reason)});
        }
    }
    if (error) {
        return failure(ErrorCode::Unreadable, folder.string(),
                       Text("core", "the folder cannot be read: %1").with(error.message()));
    }
    std::ranges::sort(listing.names, {}, &fs::path::native);
    return listing;
}

} // namespace fissure
