#include "ui/data/SourceGuess.h"

#include <algorithm>
#include <system_error>
#include <vector>

namespace fissure::ui {

namespace fs = std::filesystem;

namespace {

constexpr const char* kImages = "images";

std::vector<const char*> customaryNames(GroundTruthFormat format) {
    switch (format) {
    case GroundTruthFormat::Masks:
        return {"masks"};
    case GroundTruthFormat::Coco:
        return {"annotations.json", "ground_truth.json", "boxes.json"};
    case GroundTruthFormat::Yolo:
        return {"labels"};
    case GroundTruthFormat::Voc:
        break;
    }
    return {"annotations"};
}

/// "/data/train/images" of "/data/train/images/".
fs::path withoutSeparator(const fs::path& folder) {
    return folder.has_filename() ? folder : folder.parent_path();
}

/// Whether the folder is one split of several, as "/data/images/train" is.
bool isSplit(const fs::path& folder) {
    return folder.parent_path().filename() == kImages;
}

/// What stands for the photographs of a folder under another name than "images": "/data/masks/train" for
/// "/data/images/train", "/data/train/masks" for "/data/train/images".
fs::path counterpart(const fs::path& folder, const char* name) {
    return isSplit(folder) ? folder.parent_path().parent_path() / name / folder.filename()
                           : folder.parent_path() / name;
}

/// The likeliest first.
std::vector<fs::path> customaryPlaces(const fs::path& folder, GroundTruthFormat format) {
    std::vector<fs::path> places;
    for (const char* name : customaryNames(format)) {
        if (format != GroundTruthFormat::Coco) {
            places.push_back(counterpart(folder, name));
        }
        places.push_back(folder.parent_path() / name);
    }
    return places;
}

} // namespace

fs::path guessGroundTruth(const fs::path& images, GroundTruthFormat format) {
    if (images.empty()) {
        return {};
    }
    const std::vector<fs::path> places = customaryPlaces(withoutSeparator(images), format);
    const auto found = std::ranges::find_if(places, [](const fs::path& place) {
        std::error_code error;
        return fs::exists(place, error);
    });
    return found == places.end() ? fs::path() : *found;
}

fs::path guessOut(const fs::path& images) {
    const fs::path folder = withoutSeparator(images);
    return folder.parent_path().empty() ? fs::path() : counterpart(folder, "proposals");
}

} // namespace fissure::ui
