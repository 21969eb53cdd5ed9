#pragma once

#include "core/metrics/TrainMetrics.h"

#include <functional>
#include <set>
#include <span>
#include <string>

namespace fissure {

/// Reports each unreadable crop of a folder once, however often it is met.
class SkipReport {
public:
    explicit SkipReport(std::function<void(const SkippedFile&)> report) : m_report(std::move(report)) {}

    void add(std::span<const SkippedFile> skipped) {
        for (const SkippedFile& file : skipped) {
            if (m_known.insert(file.file).second) {
                m_report(file);
            }
        }
    }

private:
    std::function<void(const SkippedFile&)> m_report;
    std::set<std::string> m_known;
};

} // namespace fissure
