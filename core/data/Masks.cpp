#include "core/data/Masks.h"

#include "core/data/ImageFile.h"
#include "core/data/ImageHeader.h"
#include "core/data/MatView.h"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <tuple>

namespace fissure {

namespace {

std::vector<Box> componentBoxes(const GrayImage& mask, const MaskBoxSettings& settings) {
    cv::Mat closed;
    const cv::Mat kernel = cv::Mat::ones(settings.closingPx, settings.closingPx, CV_8U);
    cv::morphologyEx(matOver(mask), closed, cv::MORPH_CLOSE, kernel);
    cv::Mat binary;
    cv::threshold(closed, binary, settings.threshold, 255, cv::THRESH_BINARY);
    cv::Mat labels;
    cv::Mat statistics;
    cv::Mat centroids;
    const int count = cv::connectedComponentsWithStats(binary, labels, statistics, centroids, 8, CV_32S);
    std::vector<Box> boxes;
    for (int component = 1; component < count; ++component) { // 0 is the background
        const int* row = statistics.ptr<int>(component);
        if (row[cv::CC_STAT_AREA] > settings.minimumAreaPx) {
            boxes.push_back({row[cv::CC_STAT_LEFT], row[cv::CC_STAT_TOP], row[cv::CC_STAT_WIDTH],
                             row[cv::CC_STAT_HEIGHT]});
        }
    }
    return boxes;
}

/// Pixels between two intervals; negative where they overlap.
int gapBetween(int start, int length, int otherStart, int otherLength) {
    return std::max(start, otherStart) - std::min(start + length, otherStart + otherLength);
}

bool areClose(const Box& a, const Box& b, int distancePx) {
    return gapBetween(a.x, a.width, b.x, b.width) < distancePx &&
           gapBetween(a.y, a.height, b.y, b.height) < distancePx;
}

Box commonBox(const Box& a, const Box& b) {
    const int left = std::min(a.x, b.x);
    const int top = std::min(a.y, b.y);
    return {left, top, std::max(a.x + a.width, b.x + b.width) - left,
            std::max(a.y + a.height, b.y + b.height) - top};
}

/// A box that has grown may reach boxes it passed over before, so it is tried against the rest again until it
/// stays. The outcome does not depend on the order: boxes that are close stay so when either grows.
std::vector<Box> mergeClose(std::vector<Box> boxes, int distancePx) {
    std::vector<Box> merged;
    while (!boxes.empty()) {
        Box box = boxes.back();
        boxes.pop_back();
        const auto absorb = [&](std::vector<Box>& others) {
            return std::erase_if(others, [&](const Box& other) {
                       const bool isClose = areClose(box, other, distancePx);
                       box = isClose ? commonBox(box, other) : box;
                       return isClose;
                   }) > 0;
        };
        while (absorb(boxes) || absorb(merged)) {
        }
        merged.push_back(box);
    }
    return merged;
}

/// What a lossy coding may make of black.
constexpr int kLossyBlack = 16;

/// A mask that numbers its classes, or shows them in dark colours, would pass for an empty one.
Result<void> checkLevels(const GrayImage& mask, const ImageHeader& header, int threshold,
                         const std::string& origin) {
    const int highest = std::ranges::max(mask.gray);
    if (highest > threshold || highest <= (header.isLossless ? 0 : kLossyBlack)) {
        return {};
    }
    return failure(ErrorCode::OutOfRange, origin,
                   Text("core", "no pixel of the mask is above the threshold %1; its highest value is %2")
                       .with(threshold, highest));
}

/// Values of a mask that are neither dark nor bright.
constexpr int kLowestGray = 32;
constexpr int kHighestGray = 223;

/// A photograph is grey all over, and hardly a pixel is like the one beside it. A mask has flat areas,
/// whatever its colours, soft edges or losses.
Result<void> refusePhotograph(const GrayImage& mask, const std::string& origin) {
    const auto width = static_cast<std::size_t>(mask.width);
    std::size_t uneven = 0;
    for (std::size_t i = 1; i < mask.gray.size(); ++i) {
        const std::uint8_t value = mask.gray[i];
        const bool isUneven = i % width != 0 && value != mask.gray[i - 1];
        uneven += isUneven && value >= kLowestGray && value <= kHighestGray ? 1 : 0;
    }
    if (2 * uneven <= mask.gray.size()) {
        return {};
    }
    return failure(ErrorCode::OutOfRange, origin,
                   Text("core",
                        "it is a photograph, not a mask: most of its pixels are grey and unlike the one "
                        "beside them"));
}

} // namespace

std::vector<Box> boxesFromMask(const GrayImage& mask, const MaskBoxSettings& settings) {
    if (mask.width == 0 || mask.height == 0) {
        return {};
    }
    keepOpenCvSingleThreaded();
    std::vector<Box> boxes = mergeClose(componentBoxes(mask, settings), settings.mergeDistancePx);
    std::ranges::sort(boxes, {},
                      [](const Box& box) { return std::tuple(box.y, box.x, box.height, box.width); });
    return boxes;
}

Result<GroundTruth> readMaskBoxes(const std::filesystem::path& file, const ImageSize& size,
                                  const MaskBoxSettings& settings) {
    const std::string origin = file.string();
    const auto bytes = readImageBytes(file);
    const auto header = bytes ? readImageHeader(*bytes, origin) : failure(bytes.error());
    if (!header) {
        return failure(header.error());
    }
    const auto mask = decodeMask(*bytes, origin);
    if (!mask) {
        return failure(mask.error());
    }
    if (ImageSize{mask->width, mask->height} != size) {
        return failure(ErrorCode::OutOfRange, origin,
                       Text("core", "the mask has %1 x %2 pixels, its image %3 x %4")
                           .with(mask->width, mask->height, size.width, size.height));
    }
    return refusePhotograph(*mask, origin)
        .and_then([&] { return checkLevels(*mask, *header, settings.threshold, origin); })
        .map([&] {
            return GroundTruth{boxesFromMask(*mask, settings), 0, {}};
        });
}

} // namespace fissure
