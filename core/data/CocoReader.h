#pragma once

#include "core/data/GroundTruthReader.h"

namespace fissure {

/// The ground truth in a COCO file. An entry belongs to the photograph of its file_name, folders in it left
/// out where that is not ambiguous. Fails as readCoco() does.
Result<std::unique_ptr<const GroundTruthReader>> openCoco(const std::filesystem::path& file,
                                                          const std::filesystem::path& images);

} // namespace fissure
