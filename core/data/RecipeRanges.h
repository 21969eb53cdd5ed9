#pragma once

namespace fissure {

/// The values that a number of a recipe may take, for forms and command lines; both ends belong to it. Those
/// without one here take any number from 0.
struct RecipeRange {
    int lowest;
    int highest;
};

inline constexpr RecipeRange kCropSizeRange{16, 1024};
inline constexpr RecipeRange kJpegQualityRange{1, 100};
inline constexpr RecipeRange kClosingRange{1, 999}; ///< 1 closes nothing
inline constexpr RecipeRange kMaskThresholdRange{0, 254};

} // namespace fissure
