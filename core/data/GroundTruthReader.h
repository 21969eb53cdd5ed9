#pragma once

#include "core/base/Result.h"
#include "core/config/Enums.h"
#include "core/data/GroundTruth.h"
#include "core/data/Masks.h"
#include "core/metrics/TrainMetrics.h"

#include <array>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace fissure {

enum class GroundTruthFormat { Masks, Coco, Yolo, Voc };

template <>
struct EnumNames<GroundTruthFormat> {
    static constexpr std::array<std::string_view, 4> names{"masks", "coco", "yolo", "voc"};
};

/// Where the ground truth of a folder of photographs stands.
struct GroundTruthSource {
    GroundTruthFormat format = GroundTruthFormat::Masks;
    /// The COCO file, or the folder that holds one mask (YOLO label file, VOC annotation) a photograph, of
    /// its name up to the extension. That may be the folder of the photographs itself. Of several masks of
    /// one name PNG is preferred.
    std::filesystem::path path;

    bool operator==(const GroundTruthSource&) const = default;
};

/// Says of each photograph of a folder what its ground truth is. Photographs go by their file names. Safe
/// from any thread.
class GroundTruthReader {
public:
    virtual ~GroundTruthReader() = default;

    /// True for a file in the folder of the photographs that is not one of them but holds ground truth.
    virtual bool isGroundTruth(const std::filesystem::path& name) const = 0;

    /// Why there is no ground truth for a photograph; empty where there is.
    virtual Text whyMissing(const std::filesystem::path& name) const = 0;

    /// Ground truth that belongs to none of these photographs, or that other ground truth is preferred to.
    virtual std::vector<SkippedFile>
    unusedBy(const std::vector<std::filesystem::path>& photographs) const = 0;

    /// The boxes of a photograph of that size, one that whyMissing() says nothing of. Fails as its file
    /// cannot be read, with WrongFormat (the line or entry said) or OutOfRange (made for an image of another
    /// size).
    virtual Result<GroundTruth> boxesOf(const std::filesystem::path& name, const ImageSize& size) const = 0;
};

/// Opens the ground truth of the photographs in a folder. Fails with NotFound, Unreadable, and for a COCO
/// file with WrongFormat or Empty.
Result<std::unique_ptr<const GroundTruthReader>> openGroundTruth(const GroundTruthSource& source,
                                                                 const std::filesystem::path& images,
                                                                 const MaskBoxSettings& mask);

} // namespace fissure
