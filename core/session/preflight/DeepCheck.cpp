#include "core/session/preflight/DeepCheck.h"

#include "core/data/ProposalSelection.h"
#include "core/data/preflight/FolderFindings.h"
#include "core/data/preflight/SplitFindings.h"
#include "core/session/RunEstimate.h"
#include "core/session/preflight/ClassFindings.h"
#include "core/session/preflight/SettingFindings.h"

#include <cmath>
#include <tuple>
#include <utility>

namespace fissure {

namespace {

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
            checked = compareSides();
        }
        if (checked) {
            checked = measure();
        }
        if (!checked) {
            return failure(checked.error());
        }
        return std::move(m_report);
    }

private:
    void tell(std::vector<Finding>& kept, std::vector<Finding> findings) const {
        if (m_options.onFindings && !findings.empty()) {
            m_options.onFindings(findings);
        }
        append(kept, std::move(findings));
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
                tell(m_report.cropFindings, damageFindings(folder, crops));
            });
    }

    Result<void> compareSides() {
        if (!m_sides.valid ||
            sameFolder(m_sides.train.folder.index.folder, m_sides.valid->folder.index.folder)) {
            return {};
        }
        const SplitSide train = splitOf(m_sides.train);
        const SplitSide valid = splitOf(*m_sides.valid);
        return copiedSources(train, valid, m_stop).map([&](std::optional<Finding>&& copied) {
            std::vector<Finding> findings;
            append(findings, std::move(copied));
            append(findings, samePixels(train, m_report.train, valid, m_report.valid));
            tell(m_report.cropFindings, std::move(findings));
        });
    }

    Result<void> measure() {
        const std::vector<Proposal> train = readable(m_sides.train, m_report.train);
        const auto& folder = m_sides.train.folder.index.folder;
        if (auto oneClass = oneTrainClass(folder, train);
            oneClass && !oneTrainClass(folder, m_sides.train.used)) {
            tell(m_report.cropFindings, {std::move(*oneClass)});
        }
        const auto valid = m_sides.valid ? readable(*m_sides.valid, m_report.valid) : std::vector<Proposal>();
        if (!m_options.hasDryBatch || hasErrors(m_report.cropFindings)) {
            return {};
        }
        const MachineFacts machine = machineFacts(m_config);
        if (machine.availableMemoryBytes > 0 &&
            estimatedMemory(m_config, machine.choice) > machine.availableMemoryBytes) {
            tell(m_report.dryBatchFindings,
                 {{Severity::Info, "dry-batch-skipped",
                   Text("core", "The dry batch was left out: it would need more memory than is free.")}});
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
            m_report.forecast = *forecast;
            return {};
        }
        if (forecast.error().code == ErrorCode::Stopped) {
            return failure(forecast.error());
        }
        tell(m_report.dryBatchFindings,
             {{Severity::Error, "dry-batch-failed",
               Text("core", "A few batches were trained on to measure them, and that failed: %1.")
                   .with(clauseOf(forecast.error()))}});
        return {};
    }

    const RunConfig& m_config;
    const RunSides& m_sides;
    const PreflightOptions& m_options;
    const std::stop_token& m_stop;
    DeepReport m_report;
};

} // namespace

Result<DeepReport> deepCheck(const RunConfig& config, const RunSides& sides, const PreflightOptions& options,
                             const std::stop_token& stop) {
    return DeepCheck(config, sides, options, stop).run();
}

Result<DeepReport> deepCheck(const RunConfig& config, const PreflightOptions& options,
                             const std::stop_token& stop) {
    return inspectFolders(config).and_then([&](const RunFolders& folders) {
        return deepCheck(config, sidesOf(config, folders), options, stop);
    });
}

std::vector<Finding> DeepReport::findings(std::int64_t epochs) const {
    std::vector<Finding> all = cropFindings;
    append(all, dryBatchFindings);
    if (forecast) {
        all.push_back(forecastFinding(*forecast, epochs));
    }
    sortBySeverity(all);
    return all;
}

bool takeSameProposals(const RunConfig& a, const RunConfig& b) {
    const auto data = [](const RunConfig& config) {
        return std::tuple(config.trainDir, config.validDir, trainSelection(config), validSelection(config));
    };
    return data(a) == data(b);
}

} // namespace fissure
