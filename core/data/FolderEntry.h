#pragma once

#include "core/base/Text.h"

#include <filesystem>

namespace fissure {

/// What stands under a name in a folder, links followed.
struct FolderEntry {
    enum class Kind { File, Folder, Unusable };

    Kind kind = Kind::Unusable;
    Text reason; ///< why it is unusable: "it is a link to a file that does not exist"
};

/// Looks at a path that was listed in its folder. Safe from any thread.
FolderEntry examineEntry(const std::filesystem::path& path);

} // namespace fissure
