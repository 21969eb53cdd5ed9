#include "core/data/ProposalCutter.h"

#include "core/data/ImageFile.h"
#include "core/data/Photograph.h"
#include "core/data/Resampling.h"

namespace fissure {

namespace {

/// Writes the crops of cut, and notes there what they are.
Result<void> writeCrops(const PlannedImage& planned, const Image& image, const ProposalRecipe& recipe,
                        CropFolder& folder, const std::stop_token& stop, CutImage& cut) {
    CropBatch batch(folder, cropFileNames(cut));
    CropDigest digest(cut);
    for (std::size_t i = 0; i < cut.cuts.size(); ++i) {
        if (stop.stop_requested()) {
            return failure(ErrorCode::Stopped, planned.file.string(), Text("core", "the build was stopped"));
        }
        const Image crop =
            resized(cropped(image, cut.cuts[i].box), recipe.cropSizePx, recipe.cropSizePx, Kernel::Bicubic);
        const auto coded = encodeImage(crop, recipe.format, recipe.jpegQuality);
        if (!coded) {
            return failure(coded.error());
        }
        if (auto written = batch.write(i, *coded); !written) {
            return written;
        }
        digest.add(*coded);
    }
    batch.keep();
    cut.digest = digest.hex();
    return {};
}

} // namespace

Result<CutImage> cutProposals(const PlannedImage& planned, const GroundTruthReader& reader,
                              const ProposalRecipe& recipe, CropFolder& folder, const std::stop_token& stop) {
    auto photograph = readPhotograph(planned, reader, recipe);
    if (!photograph) {
        return failure(std::move(photograph.error()));
    }
    const auto image = decodeImage(photograph->bytes, planned.file.string());
    if (!image) {
        return failure(image.error());
    }
    const auto proposals = selectiveSearch(*image, recipe.mode, stop);
    if (!proposals) {
        Error error = proposals.error();
        error.subject = planned.file.string();
        return failure(std::move(error));
    }
    CutImage cut;
    cut.source = planned.source;
    cut.format = recipe.format;
    cut.width = image->width;
    cut.height = image->height;
    cut.groundTruth = std::move(photograph->groundTruth);
    cut.key = std::move(photograph->key);
    cut.cuts = chooseProposals(*proposals, cut.groundTruth.boxes, recipe, planned.source);
    return writeCrops(planned, *image, recipe, folder, stop, cut).map([&] { return std::move(cut); });
}

} // namespace fissure
