#pragma once

#include "core/base/Result.h"
#include "core/data/BuildPlan.h"

#include <cstdint>
#include <filesystem>
#include <functional>
#include <stop_token>
#include <vector>

namespace fissure {

/// Which ground truth to write as COCO, and where to.
struct BoxesRequest {
    std::filesystem::path images;
    GroundTruthSource groundTruth;
    MaskBoxSettings mask;
    std::filesystem::path out; ///< a file that is there already is replaced, but no image and no annotation
};

/// What was written.
struct BoxesReport {
    std::filesystem::path file;
    std::int64_t imagesFound = 0;
    std::int64_t imagesUsed = 0;
    std::int64_t imagesFailed = 0;       ///< have ground truth and cannot be used; among the skipped
    std::int64_t imagesWithoutBoxes = 0; ///< of those used
    std::int64_t boxes = 0;
    std::int64_t clippedBoxes = 0;         ///< reached over the edge of their photograph
    std::vector<SkippedFile> refusedBoxes; ///< left out; the file is the photograph's
    std::vector<SkippedFile> skipped;      ///< photographs and stray files left out, each with the reason
};

using BoxesProgressCallback = std::function<void(std::int64_t done, std::int64_t total)>;

/// Writes the ground truth of a folder of photographs as one COCO file, whole or not at all. Of a photograph
/// only the header is read, for its size; one that cannot be used is skipped with the reason. Runs on the
/// calling thread, where onProgress is called too. Fails with NotFound, Unreadable, Unwritable (said before
/// anything is read, as far as the folder tells), WrongFormat, OutOfRange (the file is an image or one that
/// boxes are read from), Empty (not one usable photograph) or Stopped.
Result<BoxesReport> writeBoxes(const BoxesRequest& request, const BoxesProgressCallback& onProgress,
                               const std::stop_token& stop);

} // namespace fissure
