#pragma once

#include "core/data/RecipeRanges.h"

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include <limits>
#include <string>

namespace fissure::cli {

/// Takes a number from lowest to highest. CLI::Range would let what is no number ("nan") pass.
inline CLI::Validator numberWithin(double lowest, double highest) {
    return {[=](std::string& text) {
                double value = 0.0;
                const bool isWithin =
                    CLI::detail::lexical_cast(text, value) && value >= lowest && value <= highest;
                return isWithin ? std::string()
                                : fmt::format("{} is no number from {:g} to {:g}", text, lowest, highest);
            },
            fmt::format("NUMBER in [{:g} - {:g}]", lowest, highest)};
}

/// Takes a whole number from lowest up, as far as an int goes.
inline CLI::Validator wholeNumberFrom(int lowest) {
    constexpr int kHighest = std::numeric_limits<int>::max();
    return {[=](std::string& text) {
                int value = 0;
                return CLI::detail::lexical_cast(text, value) && value >= lowest
                           ? std::string()
                           : fmt::format("{} is no whole number from {} to {}", text, lowest, kHighest);
            },
            fmt::format("NUMBER from {}", lowest)};
}

inline CLI::Validator within(const RecipeRange& range) {
    return CLI::Range(range.lowest, range.highest);
}

} // namespace fissure::cli
