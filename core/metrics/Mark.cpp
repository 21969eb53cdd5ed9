#include "core/metrics/Mark.h"

#include <algorithm>

namespace fissure {

namespace {

constexpr std::array<std::string_view, kMarks.size()> kNames{"wrong-label", "unclear", "of-interest"};

} // namespace

std::string_view nameOf(Mark mark) {
    return kNames[static_cast<std::size_t>(mark)];
}

std::optional<Mark> markFromName(std::string_view name) {
    const auto found = std::ranges::find(kNames, name);
    if (found == kNames.end()) {
        return std::nullopt;
    }
    return kMarks[static_cast<std::size_t>(found - kNames.begin())];
}

std::optional<Mark> markOf(const Marks& marks, const std::string& file) {
    const auto found = marks.find(file);
    return found == marks.end() ? std::nullopt : std::optional(found->second);
}

void setMark(Marks& marks, const std::string& file, std::optional<Mark> mark) {
    if (mark) {
        marks.insert_or_assign(file, *mark);
    } else {
        marks.erase(file);
    }
}

} // namespace fissure
