#include "app/cli/GroundTruthOptions.h"

#include "app/cli/NumberWithin.h"
#include "core/data/RecipeRanges.h"

namespace fissure::cli {

namespace {

const char* helpOf(GroundTruthFormat format) {
    switch (format) {
    case GroundTruthFormat::Masks:
        return "Folder of crack masks, one a photograph, of the same name";
    case GroundTruthFormat::Coco:
        return "COCO file with boxes or polygons";
    case GroundTruthFormat::Yolo:
        return "Folder of YOLO label files with boxes or polygons";
    case GroundTruthFormat::Voc:
        return "Folder of Pascal VOC annotations";
    }
    return "";
}

} // namespace

Result<GroundTruthSource> GroundTruthOptions::chosen(const std::string& command) const {
    const GroundTruthSource* given = nullptr;
    for (const GroundTruthSource& source : sources) {
        if (source.path.empty()) {
            continue;
        }
        if (given) {
            return failure(ErrorCode::WrongFormat, command,
                           "it takes only one of --masks, --coco, --yolo and --voc");
        }
        given = &source;
    }
    return given ? Result<GroundTruthSource>(*given)
                 : failure(ErrorCode::WrongFormat, command,
                           "it needs one of --masks, --coco, --yolo and --voc");
}

void addGroundTruth(CLI::App& command, GroundTruthOptions& options, MaskBoxSettings& mask) {
    for (GroundTruthSource& source : options.sources) {
        command.add_option("--" + std::string(nameOf(source.format)), source.path, helpOf(source.format))
            ->group("Ground truth, exactly one of these");
    }
    command
        .add_option("--closing", mask.closingPx,
                    "Masks: gaps in a crack up to about so many pixels are closed; 1: none")
        ->check(within(kClosingRange))
        ->capture_default_str();
    command.add_option("--mask-threshold", mask.threshold, "Masks: a pixel above it belongs to a crack")
        ->check(within(kMaskThresholdRange))
        ->capture_default_str();
    command
        .add_option("--min-area", mask.minimumAreaPx,
                    "Masks: a part of a crack counts when it has more pixels than this")
        ->check(wholeNumberFrom(0))
        ->capture_default_str();
    command
        .add_option("--merge-distance", mask.mergeDistancePx,
                    "Masks: boxes closer than so many pixels are merged")
        ->check(wholeNumberFrom(0))
        ->capture_default_str();
}

} // namespace fissure::cli
