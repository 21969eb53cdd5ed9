#include "core/data/ProposalCutter.h"

#include "core/data/ImageFile.h"
#include "core/data/JpegCodec.h"
#include "core/data/ProposalName.h"

#include <fmt/format.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <fstream>

namespace fissure {

namespace fs = std::filesystem;

namespace {

/// Classes numbered 0 and 1 are a common way to store masks, and would pass for an empty one.
bool isNumberedByClass(const GrayImage& mask) {
    return !mask.gray.empty() && std::ranges::max(mask.gray) == 1;
}

Result<std::vector<Box>> boxesOfMask(const PlannedImage& planned, const Image& image,
                                     const MaskBoxSettings& settings) {
    const auto mask = readMask(planned.mask);
    if (!mask) {
        return failure(mask.error());
    }
    if (mask->width != image.width || mask->height != image.height) {
        return failure(ErrorCode::OutOfRange, planned.mask.string(),
                       fmt::format("the mask has {} x {} pixels, its image {} x {}", mask->width,
                                   mask->height, image.width, image.height));
    }
    if (isNumberedByClass(*mask)) {
        return failure(
            ErrorCode::OutOfRange, planned.mask.string(),
            fmt::format("its values are 0 and 1; a crack is what is above {}", settings.threshold));
    }
    return boxesFromMask(*mask, settings);
}

/// Annotations may reach over the edge by rounding.
std::vector<Box> clippedTo(const Image& image, const std::vector<Box>& boxes) {
    std::vector<Box> clipped;
    for (const Box& box : boxes) {
        const int left = std::clamp(box.x, 0, image.width);
        const int top = std::clamp(box.y, 0, image.height);
        const Box inside{left, top, std::clamp(box.x + box.width, 0, image.width) - left,
                         std::clamp(box.y + box.height, 0, image.height) - top};
        if (inside.area() > 0) {
            clipped.push_back(inside);
        }
    }
    return clipped;
}

Result<std::vector<Box>> groundTruthOf(const PlannedImage& planned, const Image& image,
                                       const ProposalRecipe& recipe) {
    if (!planned.mask.empty()) {
        return boxesOfMask(planned, image, recipe.mask);
    }
    const bool isSizeStated = planned.statedWidth > 0 && planned.statedHeight > 0;
    if (isSizeStated && (planned.statedWidth != image.width || planned.statedHeight != image.height)) {
        return failure(ErrorCode::OutOfRange, planned.file.string(),
                       fmt::format("the annotations are for {} x {} pixels, the image has {} x {}",
                                   planned.statedWidth, planned.statedHeight, image.width, image.height));
    }
    return clippedTo(image, planned.boxes);
}

/// Plain, not synchronised: the whole folder is, once, before it is published.
Result<void> writeCrop(const fs::path& file, const std::vector<std::byte>& bytes) {
    std::ofstream stream(file, std::ios::binary);
    stream.write(reinterpret_cast<const char*>(bytes.data()), static_cast<std::streamsize>(bytes.size()));
    stream.close();
    if (!stream) {
        const int number = errno;
        return failure(ErrorCode::Unwritable, file.string(),
                       fmt::format("it cannot be written: {}", std::strerror(number)));
    }
    return {};
}

Result<void> writeCrops(const PlannedImage& planned, const Image& image, const std::vector<ProposalCut>& cuts,
                        const ProposalRecipe& recipe, const fs::path& folder, const std::stop_token& stop) {
    for (std::size_t i = 0; i < cuts.size(); ++i) {
        if (stop.stop_requested()) {
            return failure(ErrorCode::Stopped, planned.file.string(), "the build was stopped");
        }
        const Image crop = resized(cropped(image, cuts[i].box), recipe.cropSizePx, recipe.cropSizePx);
        const auto coded = encodeJpeg(crop, recipe.jpegQuality);
        if (!coded) {
            return failure(coded.error());
        }
        if (auto written = writeCrop(folder / cropFileName(planned.source, cuts, i), *coded); !written) {
            return written;
        }
    }
    return {};
}

void removeCrops(const PlannedImage& planned, const std::vector<ProposalCut>& cuts, const fs::path& folder) {
    for (std::size_t i = 0; i < cuts.size(); ++i) {
        std::error_code error;
        fs::remove(folder / cropFileName(planned.source, cuts, i), error);
    }
}

} // namespace

std::string cropFileName(const std::string& source, const std::vector<ProposalCut>& cuts, std::size_t index) {
    const ProposalCut& cut = cuts[index];
    return toFileName({source, static_cast<int>(index), cut.iou, cut.label, "jpg"});
}

Result<CutImage> cutProposals(const PlannedImage& planned, const ProposalRecipe& recipe,
                              const fs::path& folder, const std::stop_token& stop) {
    const auto image = readImage(planned.file);
    if (!image) {
        return failure(image.error());
    }
    auto groundTruth = groundTruthOf(planned, *image, recipe);
    if (!groundTruth) {
        return failure(std::move(groundTruth.error()));
    }
    const auto proposals = selectiveSearch(*image, recipe.mode, stop);
    if (!proposals) {
        Error error = proposals.error();
        error.subject = planned.file.string();
        return failure(std::move(error));
    }
    CutImage cut{image->width, image->height, std::move(*groundTruth), {}};
    cut.cuts = chooseProposals(*proposals, cut.groundTruth, recipe);
    if (auto written = writeCrops(planned, *image, cut.cuts, recipe, folder, stop); !written) {
        removeCrops(planned, cut.cuts, folder);
        return failure(std::move(written.error()));
    }
    return cut;
}

} // namespace fissure
