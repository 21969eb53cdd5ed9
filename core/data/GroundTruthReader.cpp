#include "core/data/GroundTruthReader.h"

#include "core/data/AnnotationFolder.h"
#include "core/data/CocoReader.h"
#include "core/data/Voc.h"
#include "core/data/Yolo.h"

#include <cassert>

namespace fissure {

namespace fs = std::filesystem;

Result<std::unique_ptr<const GroundTruthReader>>
openGroundTruth(const GroundTruthSource& source, const fs::path& images, const MaskBoxSettings& mask) {
    switch (source.format) {
    case GroundTruthFormat::Masks:
        // A mask saved as JPEG has grey seams: one without losses is preferred.
        return openAnnotationFolder(
            source.path, images,
            {Text("core", "it has no mask (%1 or another image in %2)"),
             Text("core", "the mask %1 is used instead"),
             {".png", ".bmp", ".tif", ".tiff", ".webp", ".jpg", ".jpeg"}},
            [mask](const fs::path& file, const ImageSize& size) { return readMaskBoxes(file, size, mask); });
    case GroundTruthFormat::Coco:
        return openCoco(source.path, images);
    case GroundTruthFormat::Yolo:
        return openAnnotationFolder(source.path, images,
                                    {Text("core", "it has no label file (%1 in %2)"),
                                     Text("core", "the label file %1 is used instead"),
                                     {".txt"}},
                                    readYolo);
    case GroundTruthFormat::Voc:
        return openAnnotationFolder(source.path, images,
                                    {Text("core", "it has no annotation (%1 in %2)"),
                                     Text("core", "the annotation %1 is used instead"),
                                     {".xml"}},
                                    readVoc);
    }
    assert(false);
    return failure(ErrorCode::Internal, source.path.string(),
                   Text("core", "the format of the ground truth is unknown"));
}

} // namespace fissure
