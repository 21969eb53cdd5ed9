#include "core/metrics/Mark.h"

namespace fissure {

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
