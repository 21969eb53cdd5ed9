#include "core/data/FolderListing.h"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <dirent.h>
#include <memory>

namespace fissure {

namespace fs = std::filesystem;

namespace {

struct FolderCloser {
    void operator()(DIR* folder) const { ::closedir(folder); }
};

tl::unexpected<Error> unreadable(const fs::path& folder, int number) {
    if (number == ENOENT) {
        return failure(ErrorCode::NotFound, folder.string(), Text("core", "the folder does not exist"));
    }
    return failure(ErrorCode::Unreadable, folder.string(),
                   number == ENOTDIR
                       ? Text("core", "it is not a folder")
                       : Text("core", "the folder cannot be read: %1").with(std::strerror(number)));
}

std::optional<FolderEntry::Kind> kindOf(const dirent& entry) {
    switch (entry.d_type) {
    case DT_REG:
        return FolderEntry::Kind::File;
    case DT_DIR:
        return FolderEntry::Kind::Folder;
    default:
        return std::nullopt;
    }
}

} // namespace

Result<void> visitFolder(const fs::path& path, const EntryVisitor& visit) {
    const std::unique_ptr<DIR, FolderCloser> folder(::opendir(path.c_str()));
    if (!folder) {
        return unreadable(path, errno);
    }
    while (true) {
        errno = 0; // all that tells an error from the end
        const dirent* entry = ::readdir(folder.get());
        if (entry == nullptr) {
            break;
        }
        const std::string_view name = entry->d_name;
        if (name != "." && name != "..") {
            visit(name, kindOf(*entry));
        }
    }
    if (errno != 0) {
        return unreadable(path, errno);
    }
    return {};
}

Result<FolderListing> listFolder(const fs::path& folder) {
    FolderListing listing;
    const auto visited = visitFolder(folder, [&](std::string_view name, auto kind) {
        if (name.front() == '.') {
            return;
        }
        FolderEntry found = kind ? FolderEntry{*kind, {}} : examineEntry(folder / name);
        if (found.kind == FolderEntry::Kind::Folder) {
            listing.hasSubfolders = true;
        } else if (found.kind == FolderEntry::Kind::File) {
            listing.names.emplace_back(name);
        } else if (found.kind == FolderEntry::Kind::Unusable) {
            listing.unusable.push_back({std::string(name), std::move(found.reason)});
        }
    });
    if (!visited) {
        return failure(visited.error());
    }
    std::ranges::sort(listing.names, {}, &fs::path::native);
    return listing;
}

} // namespace fissure
