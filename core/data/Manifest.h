#pragma once

#include "core/base/Result.h"
#include "core/data/Image.h"
#include "core/data/ProposalIndex.h"

#include <cstdint>
#include <filesystem>
#include <functional>
#include <optional>
#include <string>

namespace fissure {

/// One line of manifest.csv: where a crop was cut and what its IoU is exactly. RFC 4180 with a heading line.
/// The columns, in this order:
/// - crop: name of the crop's file
/// - source: path of the photograph, relative to the manifest's folder
/// - source_width, source_height: of the photograph, in pixels
/// - x, y, width, height: the proposal's box in the photograph
/// - iou: exact, 17 significant digits
/// - gt_id: number of the ground-truth box of highest IoU within the photograph, from 0
/// - gt_x, gt_y, gt_width, gt_height: that box
///
/// The five gt columns are empty where the IoU with every ground-truth box is 0. What a later build needs to
/// know of a photograph stands in a file beside it, see SourcesFile.h.
struct ManifestRow {
    std::string crop;
    std::string source; ///< as written; other tools may write absolute ones
    int sourceWidth = 0;
    int sourceHeight = 0;
    Box box;
    double iou = 0.0;
    std::optional<std::int64_t> groundTruthId;
    std::optional<Box> groundTruth;

    bool operator==(const ManifestRow&) const = default;
};

/// The heading line, and a row as one line; each with its line end.
std::string manifestHeading();
std::string toCsvLine(const ManifestRow& row);

/// Calls visit with each row of the folder's manifest, in the file's order. Fails with NotFound, Unreadable
/// or WrongFormat, the line said; rows before it have been visited by then.
Result<void> visitManifest(const std::filesystem::path& folder,
                           const std::function<void(ManifestRow&&)>& visit);

} // namespace fissure
