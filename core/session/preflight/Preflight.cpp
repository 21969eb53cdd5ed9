#include "core/session/preflight/Preflight.h"

#include "core/base/Clock.h"
#include "core/data/preflight/FolderFindings.h"
#include "core/data/preflight/SplitFindings.h"
#include "core/session/RunEstimate.h"
#include "core/session/preflight/ClassFindings.h"

#include <fmt/format.h>

#include <cmath>
#include <iterator>
#include <utility>

namespace fissure {

namespace {

void append(std::vector<Finding>& findings, std::vector<Finding> more) {
    std::ranges::move(more, std::back_inserter(findings));
}

void append(std::vector<Finding>& findings, std::optional<Finding> finding) {
    if (finding) {
        findings.push_back(std::move(*finding));
    }
}

SplitSide splitOf(const RunSide& side) {
    return {side.folder.index.folder, side.used};
}

/// Of a run with both sides.
Result<std::vector<Finding>> splitFindings(const RunSide& train, const RunSide& valid) {
    std::vector<Finding> findings;
    if (auto same = sameFolder(train.folder.index.folder, valid.folder.index.folder)) {
        findings.push_back(std::move(*same));
        return findings;
    }
    append(findings, differentThresholds(train.folder, valid.folder));
    return sharedSources(splitOf(train), splitOf(valid)).map([&](std::optional<Finding>&& shared) {
        append(findings, std::move(shared));
        return std::move(findings);
    });
}

/// The proposals whose crops can be decoded.
std::vector<Proposal> readable(const RunSide& side, const CropCheck& crops) {
    std::vector<Proposal> readable;
    for (std::size_t i = 0; i < side.used.size(); ++i) {
        if (crops.pixels[i] != 0) {
            readable.push_back(side.used[i]);
        }
    }
    return readable;
}

Text forecastText(const RunForecast& forecast, std::int64_t epochs) {
    const std::string epoch = toDurationText(forecast.epoch());
    const std::string whole = toDurationText(forecast.whole(epochs));
    if (forecast.memoryBytes == 0) {
        return Text("core", "An epoch will take about %1, the whole run %2 at most.").with(epoch, whole);
    }
    return Text("core", "An epoch will take about %1, the whole run %2 at most, with %3 of memory.")
        .with(epoch, whole, fmt::format("{:.2f} GB", static_cast<double>(forecast.memoryBytes) / 1e9));
}

Text clauseOf(const Error& error) {
    return error.subject.empty() ? error.cause : Text("core", "%1: %2").with(error.subject, error.cause);
}

/// One pre-flight that opens crops.
class DeepCheck {
public:
    DeepCheck(const RunConfig& config, const RunSides& sides, const PreflightOptions& options,
              const std::stop_token& stop)
        : m_config(config)
        , m_sides(sides)
        , m_options(options)
        , m_stop(stop) {}

    Result<DeepReport> run() {
        auto checked = checkCropsOf(m_sides.train, PreflightStage::TrainCrops, m_report.train);
        if (checked && m_sides.valid) {
            checked = checkCropsOf(*m_sides.valid, PreflightStage::ValidCrops, m_report.valid);
        }
        if (checked) {
            comparePixels();
            checked = measure();
        }
        if (!checked) {
            return failure(checked.error());
        }
        sortBySeverity(m_report.findings);
        return std::move(m_report);
    }

private:
    void tell(std::vector<Finding> findings) {
        if (m_options.onFindings && !findings.empty()) {
            m_options.onFindings(findings);
        }
        append(m_report.findings, std::move(findings));
    }

    void tellProgress(PreflightStage stage, std::int64_t done, std::int64_t total) const {
        if (m_options.onProgress) {
            m_options.onProgress({stage, done, total});
        }
    }

    Result<void> checkCropsOf(const RunSide& side, PreflightStage stage, CropCheck& crops) {
        const auto& folder = side.folder.index.folder;
        return checkCrops(
                   folder, side.used, m_options.crops,
                   [&](std::int64_t done, std::int64_t total) { tellProgress(stage, done, total); }, m_stop)
            .map([&](CropCheck&& found) {
                crops = std::move(found);
                tell(damageFindings(folder, crops));
            });
    }

    void comparePixels() {
        std::vector<Finding> findings;
        if (m_sides.valid &&
            !sameFolder(m_sides.train.folder.index.folder, m_sides.valid->folder.index.folder)) {
            append(findings, samePixels(splitOf(m_sides.train), m_report.train, splitOf(*m_sides.valid),
                                        m_report.valid));
        }
        tell(std::move(findings));
    }

    Result<void> measure() {
        const std::vector<Proposal> train = readable(m_sides.train, m_report.train);
        const auto& folder = m_sides.train.folder.index.folder;
        if (auto oneClass = oneTrainClass(folder, train);
            oneClass && !oneTrainClass(folder, m_sides.train.used)) {
            tell({std::move(*oneClass)});
        }
        const auto valid = m_sides.valid ? readable(*m_sides.valid, m_report.valid) : std::vector<Proposal>();
        if (!m_options.hasDryBatch || hasErrors(m_report.findings)) {
            return {};
        }
        const MachineFacts machine = machineFacts(m_config);
        if (machine.availableMemoryBytes > 0 &&
            estimatedMemory(m_config, machine.choice) > machine.availableMemoryBytes) {
            tell({{Severity::Info,
                   "dry-batch-skipped",
                   Text("core", "The dry batch was left out: it would need more memory than is free."),
                   {},
                   0}});
            return {};
        }
        return measure(train, valid);
    }

    Result<void> measure(const std::vector<Proposal>& train, const std::vector<Proposal>& valid) {
        const auto progress = [&](double fraction) {
            tellProgress(PreflightStage::DryBatch, std::llround(fraction * 100.0), 100);
        };
        progress(0.0);
        auto forecast = dryBatch(m_config, train, valid, m_options.limits, progress, m_stop);
        if (forecast) {
            tell({{Severity::Info, "forecast", forecastText(*forecast, m_config.epochs), {}, 0}});
            m_report.forecast = *forecast;
            return {};
        }
        if (forecast.error().code == ErrorCode::Stopped) {
            return failure(forecast.error());
        }
        tell({{Severity::Error,
               "dry-batch-failed",
               Text("core", "A few batches were trained on to measure them, and that failed: %1.")
                   .with(clauseOf(forecast.error())),
               {},
               0}});
        return {};
    }

    const RunConfig& m_config;
    const RunSides& m_sides;
    const PreflightOptions& m_options;
    const std::stop_token& m_stop;
    DeepReport m_report;
};

} // namespace

Result<std::vector<Finding>> dataFindings(const RunConfig& config, const RunSides& sides) {
    std::vector<Finding> findings = folderFindings(sides.train.folder, config.labelIou);
    append(findings, classFindings(config, sides));
    if (!sides.valid) {
        return findings;
    }
    append(findings, folderFindings(sides.valid->folder, config.labelIou));
    return splitFindings(sides.train, *sides.valid).map([&](std::vector<Finding>&& split) {
        append(findings, std::move(split));
        return std::move(findings);
    });
}

Result<std::vector<Finding>> quickFindings(const RunConfig& config, const RunSides& sides,
                                           const MachineFacts& machine) {
    return dataFindings(config, sides).map([&](std::vector<Finding>&& findings) {
        append(findings, settingFindings(config, std::ssize(sides.train.used), machine));
        sortBySeverity(findings);
        return std::move(findings);
    });
}

Result<std::vector<Finding>> quickFindings(const RunConfig& config) {
    const auto train = inspectProposals(config.trainDir);
    if (!train) {
        return failure(train.error());
    }
    if (config.validDir.empty()) {
        return quickFindings(config, sidesOf(config, *train, nullptr), machineFacts(config));
    }
    const auto valid = inspectProposals(config.validDir);
    if (!valid) {
        return failure(valid.error());
    }
    return quickFindings(config, sidesOf(config, *train, &*valid), machineFacts(config));
}

Result<DeepReport> deepCheck(const RunConfig& config, const RunSides& sides, const PreflightOptions& options,
                             const std::stop_token& stop) {
    return DeepCheck(config, sides, options, stop).run();
}

} // namespace fissure
