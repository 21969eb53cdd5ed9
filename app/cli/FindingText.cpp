#include "app/cli/FindingText.h"

#include <fmt/format.h>

namespace fissure::cli {

std::string findingText(const Finding& finding) {
    const std::string count = finding.count > 0 ? fmt::format(": {}", finding.count) : "";
    std::string text =
        fmt::format("{}: {} [{}{}]\n", nameOf(finding.severity), finding.text.str(), finding.code, count);
    for (const SkippedFile& example : finding.examples) {
        text += fmt::format("    {}{}{}\n", example.file, example.reason.empty() ? "" : ": ",
                            example.reason.str());
    }
    if (const auto more = finding.count - std::ssize(finding.examples);
        !finding.examples.empty() && more > 0) {
        text += fmt::format("    and {} more\n", more);
    }
    return text;
}

nlohmann::ordered_json toJson(const Finding& finding) {
    auto files = nlohmann::ordered_json::array();
    for (const SkippedFile& example : finding.examples) {
        files.push_back({{"file", example.file}, {"reason", example.reason.str()}});
    }
    return {{"severity", nameOf(finding.severity)},
            {"code", finding.code},
            {"text", finding.text.str()},
            {"count", finding.count},
            {"files", std::move(files)}};
}

} // namespace fissure::cli
