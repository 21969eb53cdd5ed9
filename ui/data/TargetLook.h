#pragma once

#include "core/base/Error.h"

#include <filesystem>
#include <optional>

namespace fissure::ui {

/// What a build would find in the folder that it is to fill.
struct TargetLook {
    std::optional<Error> problem; ///< why the build would be refused
    bool replaces = false;        ///< a data set of ours stands there
    /// The folder of photographs which that data set was built from, where it is not that of the build;
    /// empty otherwise.
    std::filesystem::path otherImages;
};

/// Looks into the folder of a build from those photographs; nothing is changed. A folder that is not chosen
/// yet has nothing. Any thread.
TargetLook lookIntoTarget(const std::filesystem::path& out, const std::filesystem::path& images);

} // namespace fissure::ui
