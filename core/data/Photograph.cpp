#include "core/data/Photograph.h"

#include "core/base/Files.h"
#include "core/data/DatasetFile.h"
#include "core/data/ImageFile.h"
#include "core/data/ImageHeader.h"

#include <fmt/format.h>

#include <iterator>

namespace fissure {

namespace {

/// To be raised by whoever changes what crops come out of the same photograph, boxes and recipe.
constexpr int kAlgorithm = 1;

std::string keyOf(const PlannedImage& planned, const Photograph& photograph, ProposalRecipe recipe) {
    recipe.mask = {}; // has done its work in the boxes
    std::string text = fmt::format("{}\n{}\n{}\n{}\n{}\n", kAlgorithm, imageLibraryVersion(), planned.source,
                                   toJson(recipe), sha256(photograph.bytes));
    for (const Box& box : photograph.groundTruth.boxes) {
        fmt::format_to(std::back_inserter(text), "{} {} {} {}\n", box.x, box.y, box.width, box.height);
    }
    return sha256(text);
}

} // namespace

Result<Photograph> readPhotograph(const PlannedImage& planned, const GroundTruthReader& reader,
                                  const ProposalRecipe& recipe) {
    auto bytes = readImageBytes(planned.file);
    if (!bytes) {
        return failure(std::move(bytes.error()));
    }
    const auto header = readImageHeader(*bytes, planned.file.string());
    if (!header) {
        return failure(header.error());
    }
    Photograph photograph{
        std::move(*bytes), {static_cast<int>(header->width), static_cast<int>(header->height)}, {}, {}};
    auto groundTruth = reader.boxesOf(planned.file.filename(), photograph.size);
    if (!groundTruth) {
        return failure(std::move(groundTruth.error()));
    }
    photograph.groundTruth = std::move(*groundTruth);
    photograph.key = keyOf(planned, photograph, recipe);
    return photograph;
}

} // namespace fissure
