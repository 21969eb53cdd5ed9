#pragma once

#include "core/base/EnumNames.h"
#include "core/base/Text.h"
#include "core/metrics/TrainMetrics.h"

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace fissure {

/// How much a finding matters, gravest first. An error keeps a run from starting, a warning is for the user
/// to accept. Stored by name.
enum class Severity { Error, Warning, Info };

template <>
struct EnumNames<Severity> {
    static constexpr std::array<std::string_view, 3> names{"error", "warning", "info"};
};

/// Something that a check before a run found out about its data or settings.
struct Finding {
    Severity severity = Severity::Info;
    std::string code;                       ///< what scripts know it by, and it stays: "shared-source"
    Text text;                              ///< whole sentences
    std::vector<SkippedFile> examples = {}; ///< the first kFindingExamples of what it speaks of; reasons may
                                            ///< be empty
    std::int64_t count = 0;                 ///< of all it speaks of; 0 where it is not about files

    bool operator==(const Finding&) const = default;
};

inline constexpr std::size_t kFindingExamples = 10;

/// Adds to the examples as long as there is room, and counts.
void addExample(Finding& finding, SkippedFile example);

/// Adds it where there is one.
void append(std::vector<Finding>& findings, std::optional<Finding> finding);
void append(std::vector<Finding>& findings, const std::vector<Finding>& more);

/// The text with how many files it is about and the first of them, on one line.
Text summaryOf(const Finding& finding);

/// Gravest first, otherwise in the order they are in.
void sortBySeverity(std::vector<Finding>& findings);

bool hasErrors(const std::vector<Finding>& findings);

} // namespace fissure
