#include "core/session/TrainingSession.h"

#include "core/config/ConfigFields.h"
#include "core/engine/Trainer.h"
#include "core/session/Environment.h"
#include "core/session/Evaluation.h"
#include "core/session/Heartbeat.h"
#include "core/session/RunData.h"
#include "core/session/RunRecorder.h"
#include "core/session/preflight/QuickFindings.h"
#include "core/store/DatabaseFile.h"
#include "core/store/RunStore.h"

#include <fmt/format.h>

#include <chrono>
#include <exception>
#include <filesystem>
#include <memory>
#include <random>
#include <utility>

namespace fissure {

namespace {

/// The training stands still while a write waits for its turn; what was not written is tried again.
constexpr std::chrono::seconds kRecordingPatience{1};

std::string makeUuid() {
    std::random_device device;
    return fmt::format("{:08x}{:08x}{:08x}{:08x}", device(), device(), device(), device());
}

/// Folders are stored whole, so that the run can be read from anywhere.
RunConfig withAbsolutePaths(RunConfig config) {
    for (std::string* path : {&config.trainDir, &config.validDir, &config.initialWeights}) {
        if (!path->empty()) {
            *path = std::filesystem::absolute(*path).lexically_normal().string();
        }
    }
    return config;
}

/// Fails where the file of initial weights cannot be read or holds no weights.
Result<void> requireInitialWeights(const RunConfig& config) {
    if (config.initialWeights.empty()) {
        return {};
    }
    return trainedImageSize(config.initialWeights).map([](const auto&) {});
}

NewRun describeRun(const RunRequest& request, const RunData& data, std::vector<RunFinding> findings) {
    NewRun run;
    run.uuid = makeUuid();
    run.name = request.name.empty() ? defaultRunName(request.config) : request.name;
    run.tags = request.tags;
    run.config = request.config;
    run.environment = describeEnvironment();
    run.datasets = data.datasets;
    run.datasetFingerprint = data.datasetFingerprint;
    run.evaluationFingerprint = data.evaluationFingerprint;
    run.trainCrack = countOf(data.train, 1);
    run.trainNoCrack = countOf(data.train, 0);
    run.validCrack = countOf(data.valid, 1);
    run.validNoCrack = countOf(data.valid, 0);
    run.findings = std::move(findings);
    return run;
}

/// What the quick checks find now, and what was found before the request; fails where an error is among it.
Result<std::vector<RunFinding>> collectFindings(const RunRequest& request, const RunSides& sides) {
    auto findings = quickFindings(request.config, sides, machineFacts(request.config));
    if (!findings) {
        return failure(findings.error());
    }
    append(*findings, request.findings);
    sortBySeverity(*findings);
    std::vector<RunFinding> collected;
    for (Finding& finding : *findings) {
        if (finding.severity == Severity::Error) {
            return failure(ErrorCode::WrongFormat, {}, std::move(finding.text));
        }
        const bool isAccepted = finding.severity == Severity::Warning && request.accepted.covers(finding);
        collected.push_back({std::move(finding), isAccepted});
    }
    return collected;
}

/// What is known of a run before the engine has chosen the rest.
RunStarted startedRun(RunId run, const NewRun& description) {
    return {.run = run,
            .uuid = description.uuid,
            .name = description.name,
            .config = description.config,
            .device = {},
            .precision = {},
            .threads = 0,
            .stepsInEpoch = 0,
            .trainProposals = description.trainCrack + description.trainNoCrack,
            .validProposals = description.validCrack + description.validNoCrack};
}

RunResult failed(RunId run, const Error& error) {
    return {run, RunStatus::Failed, error.message(), error};
}

RunResult toResult(RunId run, const Result<TrainOutcome>& outcome, const std::optional<Error>& storeError,
                   const RunConfig& config) {
    if (storeError || !outcome) {
        return failed(run, storeError ? *storeError : outcome.error());
    }
    switch (outcome->end) {
    case TrainEnd::AllEpochs:
        return {run, RunStatus::Finished,
                outcome->epochs == 1 ? "the only epoch is done"
                                     : fmt::format("all {} epochs are done", outcome->epochs),
                std::nullopt};
    case TrainEnd::EarlyStopping:
        return {run, RunStatus::Finished,
                fmt::format("stopped early after epoch {}: no lower loss in {} epoch{}", outcome->epochs,
                            config.patience, config.patience == 1 ? "" : "s"),
                std::nullopt};
    case TrainEnd::Stopped:
        break;
    }
    return {run, RunStatus::Stopped,
            fmt::format("stopped by the user after {} whole epoch{}", outcome->epochs,
                        outcome->epochs == 1 ? "" : "s"),
            std::nullopt};
}

} // namespace

std::string defaultRunName(const RunConfig& config) {
    return fmt::format("{} {} {}", nameOf(config.backbone), nameOf(config.sampler), nameOf(config.loss));
}

bool Acceptance::covers(const Finding& finding) const {
    return isOfAll || codes.contains(finding.code);
}

/// A run whose row is there and says running.
struct TrainingSession::OpenRun {
    RunId id;
    NewRun description;
    RunData data;
    std::unique_ptr<RunStore> store;
};

Result<RunResult> TrainingSession::run(const RunRequest& request, TrainObserver& observer,
                                       RunControl control) {
    auto run = start(request);
    if (!run) {
        return failure(run.error());
    }
    RunResult result;
    try {
        result = trainAndRecord(*run, observer, control);
    } catch (const std::exception& thrown) {
        result = failed(run->id, unforeseen(thrown.what()));
    }
    return close(*run, std::move(result));
}

Result<TrainingSession::OpenRun> TrainingSession::start(const RunRequest& wanted) {
    if (const auto errors = validate(wanted.config); !errors.empty()) {
        return failure(errors.front());
    }
    if (const auto device = requireDevice(wanted.config); !device) {
        return failure(device.error());
    }
    if (const auto own = requireOwnDatabase(m_workspace); !own) {
        return failure(own.error()); // before the scan keeps anything in the workspace
    }
    RunRequest request = wanted;
    request.config = withAbsolutePaths(wanted.config);
    if (const auto weights = requireInitialWeights(request.config); !weights) {
        return failure(weights.error());
    }
    const auto folders = inspectFolders(request.config, m_workspace.cache());
    if (!folders) {
        return failure(folders.error());
    }
    const RunSides sides = sidesOf(request.config, *folders);
    auto data = collectRunData(request.config, sides);
    if (!data) {
        return failure(data.error());
    }
    auto findings = collectFindings(request, sides);
    if (!findings) {
        return failure(findings.error());
    }
    auto store = RunStore::open(m_workspace, m_clock);
    if (!store) {
        return failure(store.error());
    }
    if (const auto swept = (*store)->sweepDeadRuns(); !swept) {
        return failure(swept.error());
    }
    NewRun description = describeRun(request, *data, std::move(*findings));
    const auto id = (*store)->createRun(description);
    if (!id) {
        return failure(id.error());
    }
    return OpenRun{*id, std::move(description), std::move(*data), std::move(*store)};
}

RunResult TrainingSession::trainAndRecord(OpenRun& run, TrainObserver& observer, const RunControl& control) {
    const RunConfig& config = run.description.config;
    const auto store = RunStore::open(m_workspace, m_clock, kRecordingPatience);
    if (!store) {
        return failed(run.id, store.error());
    }
    std::stop_source abort;
    const std::stop_callback onUserStop(control.stop, [&abort] { abort.request_stop(); });
    Heartbeat heartbeat(m_workspace, m_clock, run.id);
    RunRecorder recorder(m_workspace, **store, heartbeat, observer, abort,
                         startedRun(run.id, run.description));
    for (const RunFinding& each : run.description.findings) {
        if (each.finding.severity == Severity::Warning) {
            observer.onNote("warning", summaryOf(each.finding));
        }
    }
    for (const SkippedFile& file : run.data.rejected) {
        recorder.onSkipped(file);
    }
    const TrainTask task{config, std::move(run.data.train), std::move(run.data.valid)};
    const auto outcome = train(task, recorder, {abort.get_token(), control.gate});
    recorder.finish();
    RunResult result = toResult(run.id, outcome, recorder.failed(), config);
    if (result.error) {
        recorder.note("error", result.reason);
        recorder.finish();
    }
    return result;
}

RunResult TrainingSession::close(const OpenRun& run, RunResult result) {
    const auto closed = run.store->closeRun(run.id, result.status, result.reason);
    return closed || result.error ? result : failed(run.id, closed.error());
}

} // namespace fissure
