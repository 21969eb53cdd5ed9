#include "ui/data/SourceGuess.h"

#include <vector>

namespace fissure::ui {

namespace fs = std::filesystem;

namespace {

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

/// "/data/train" of "/data/train/images" and "/data/train/images/".
fs::path folderBeside(const fs::path& images) {
    const fs::path folder = images.has_filename() ? images : images.parent_path();
    return folder.parent_path();
}

} // namespace

fs::path guessGroundTruth(const fs::path& images, GroundTruthFormat format) {
    for (const char* name : customaryNames(format)) {
        const fs::path guess = folderBeside(images) / name;
        std::error_code error;
        if (!images.empty() && fs::exists(guess, error)) {
            return guess;
        }
    }
    return {};
}

fs::path guessOut(const fs::path& images) {
    const fs::path beside = folderBeside(images);
    return beside.empty() ? fs::path() : beside / "proposals";
}

} // namespace fissure::ui
