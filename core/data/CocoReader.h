#pragma once

#include "core/data/GroundTruthReader.h"

namespace fissure {

/// The ground truth in a COCO file. An entry belongs to the photograph of its file_name. Of several of one
/// name that without folders is taken, else the one whose folders are the last ones of the photograph's path.
/// Fails as readCoco() does.
Result<std::unique_ptr<const GroundTruthReader>> openCoco(const std::filesystem::path& file,
                                                          const std::filesystem::path& images);

} // namespace fissure
