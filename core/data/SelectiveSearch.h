#pragma once

#include "core/base/Result.h"
#include "core/config/Enums.h"
#include "core/data/Image.h"

#include <array>
#include <stop_token>
#include <string_view>
#include <vector>

namespace fissure {

/// The two settings of the paper: fast takes 2 colour spaces, 3 segmentations and 2 similarity measures;
/// quality 5, 5 and 4 for about four times the work.
enum class SearchMode { Fast, Quality };

template <>
struct EnumNames<SearchMode> {
    static constexpr std::array<std::string_view, 2> names{"fast", "quality"};
};

/// Images with a shorter side have no regions to speak of and are refused.
inline constexpr int kMinimumSearchSidePx = 16;

/// Region proposals by selective search (Uijlings et al. 2013, as in OpenCV's ximgproc), the box of the whole
/// image left out, largest area first, ties by position and size. Equal images give equal boxes. Safe from
/// any thread; runs on the calling one; the time grows a little faster than the pixels (1 megapixel: some
/// seconds). Fails with OutOfRange (the image is too small), Stopped, OutOfMemory or Internal. A stop is
/// looked for between the steps of the search; the longest of them, a segmentation of the whole image, is
/// OpenCV's and cannot be interrupted: up to a megapixel it is over within a second or two, beyond that it
/// takes longer with the pixels.
Result<std::vector<Box>> selectiveSearch(const Image& image, SearchMode mode, std::stop_token stop = {});

} // namespace fissure
