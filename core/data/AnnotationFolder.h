#pragma once

#include "core/data/GroundTruthReader.h"

#include <functional>
#include <string>
#include <vector>

namespace fissure {

/// What the annotation files of a format are called.
struct AnnotationKind {
    Text missing; ///< why a photograph without one is left out; %1 is the preferred name of it, %2 its folder
    Text another; ///< why one is left out where %1 is preferred
    std::vector<std::string> extensions; ///< in lower case, with the dot; the preferred one first
};

/// Reads the one file of a photograph of that size. Called from several threads.
using AnnotationFileReader =
    std::function<Result<GroundTruth>(const std::filesystem::path& file, const ImageSize& size)>;

/// A folder with one annotation file a photograph, found by the stem of its name. Fails with NotFound or
/// Unreadable.
Result<std::unique_ptr<const GroundTruthReader>> openAnnotationFolder(const std::filesystem::path& folder,
                                                                      const std::filesystem::path& images,
                                                                      AnnotationKind kind,
                                                                      AnnotationFileReader readFile);

} // namespace fissure
