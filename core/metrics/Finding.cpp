#include "core/metrics/Finding.h"

#include <algorithm>
#include <utility>

namespace fissure {

void addExample(Finding& finding, SkippedFile example) {
    if (finding.examples.size() < kFindingExamples) {
        finding.examples.push_back(std::move(example));
    }
    ++finding.count;
}

void append(std::vector<Finding>& findings, std::optional<Finding> finding) {
    if (finding) {
        findings.push_back(std::move(*finding));
    }
}

void append(std::vector<Finding>& findings, const std::vector<Finding>& more) {
    findings.insert(findings.end(), more.begin(), more.end());
}

Text summaryOf(const Finding& finding) {
    if (finding.count == 0) {
        return finding.text;
    }
    if (finding.examples.empty()) {
        return Text("core", "%1 Found: %2.").with(finding.text, finding.count);
    }
    const std::string& first = finding.examples.front().file;
    return finding.count == 1
               ? Text("core", "%1 Found: %2.").with(finding.text, first)
               : Text("core", "%1 Found: %2, the first of them %3.").with(finding.text, finding.count, first);
}

void sortBySeverity(std::vector<Finding>& findings) {
    std::ranges::stable_sort(findings, {}, &Finding::severity);
}

bool hasErrors(const std::vector<Finding>& findings) {
    return std::ranges::any_of(findings,
                               [](const Finding& finding) { return finding.severity == Severity::Error; });
}

} // namespace fissure
