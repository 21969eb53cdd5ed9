#pragma once

#include "core/metrics/Mark.h"

#include <array>
#include <cstddef>
#include <optional>

namespace fissure::ui {

/// Which proposals by their mark: all, those with any, those with none, or those with this one.
enum class MarkChoice { All, Marked, Unmarked, WrongLabel, Unclear, OfInterest };

inline constexpr std::array kMarkChoices{MarkChoice::All,        MarkChoice::Marked,  MarkChoice::Unmarked,
                                         MarkChoice::WrongLabel, MarkChoice::Unclear, MarkChoice::OfInterest};

constexpr bool isChosen(MarkChoice choice, std::optional<Mark> mark) {
    switch (choice) {
    case MarkChoice::All:
        break;
    case MarkChoice::Marked:
        return mark.has_value();
    case MarkChoice::Unmarked:
        return !mark.has_value();
    case MarkChoice::WrongLabel:
        return mark == Mark::WrongLabel;
    case MarkChoice::Unclear:
        return mark == Mark::Unclear;
    case MarkChoice::OfInterest:
        return mark == Mark::OfInterest;
    }
    return true;
}

/// How many proposals each choice would show.
class MarkCounts {
public:
    bool operator==(const MarkCounts&) const = default;

    int of(MarkChoice choice) const { return m_counts[static_cast<std::size_t>(choice)]; }
    void add(std::optional<Mark> mark) {
        for (const MarkChoice choice : kMarkChoices) {
            m_counts[static_cast<std::size_t>(choice)] += isChosen(choice, mark) ? 1 : 0;
        }
    }

private:
    std::array<int, kMarkChoices.size()> m_counts{};
};

} // namespace fissure::ui
