#include "ui/data/TargetLook.h"

#include "core/base/Files.h"
#include "core/data/BuildFolder.h"
#include "core/data/DatasetFile.h"

namespace fissure::ui {

namespace fs = std::filesystem;

TargetLook lookIntoTarget(const fs::path& out, const fs::path& images) {
    TargetLook look;
    if (out.empty()) {
        return look;
    }
    const auto replaces = BuildFolder::examine(out);
    if (!replaces) {
        look.problem = replaces.error();
        return look;
    }
    look.replaces = *replaces;
    if (!look.replaces || images.empty()) {
        return look;
    }
    if (const auto description = readDatasetFile(out)) {
        const fs::path builtFrom = wholeFolder(wholeFolder(out) / description->images);
        look.otherImages = builtFrom == wholeFolder(images) ? fs::path() : builtFrom;
    }
    return look;
}

} // namespace fissure::ui
