#pragma once

#include "core/base/EnumNames.h"

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

namespace fissure {

/// What a person who looks at errors says of a proposal. Stored by name.
enum class Mark {
    WrongLabel, ///< the annotation is wrong, the network may be right
    Unclear,    ///< a person could not tell either
    OfInterest, ///< to come back to
};

inline constexpr std::array kMarks{Mark::WrongLabel, Mark::Unclear, Mark::OfInterest};

template <>
struct EnumNames<Mark> {
    static constexpr std::array<std::string_view, kMarks.size()> names{"wrong-label", "unclear",
                                                                       "of-interest"};
};

/// The marks of a folder of proposals by the file name of the crop; one without a mark is left out.
using Marks = std::unordered_map<std::string, Mark>;

std::optional<Mark> markOf(const Marks& marks, const std::string& file);
/// No mark takes the crop's away.
void setMark(Marks& marks, const std::string& file, std::optional<Mark> mark);

} // namespace fissure
