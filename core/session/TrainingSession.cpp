#include "core/session/TrainingSession.h"

#include "core/config/ConfigFields.h"
#include "core/engine/Trainer.h"
#include "core/session/Environment.h"
#include "core/session/Heartbeat.h"
#include "core/session/RunData.h"
#include "core/session/RunRecorder.h"
#include "core/store/RunStore.h"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <random>

namespace fissure {

namespace {

std::string makeUuid() {
    std::random_device device;
    return fmt::format("{:08x}{:08x}{:08x}{:08x}", device(), device(), device(), device());
}

std::string defaultName(const RunConfig& config) {
    return fmt::format("{} {} {}", nameOf(config.backbone), nameOf(config.sampler), nameOf(config.loss));
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

NewRun describeRun(const RunRequest& request, const RunData& data) {
    const auto cracks = [](const std::vector<Proposal>& proposals) {
        return static_cast<std::int64_t>(std::ranges::count(proposals, 1, &Proposal::label));
    };
    NewRun run;
    run.uuid = makeUuid();
    run.name = request.name.empty() ? defaultName(request.config) : request.name;
    run.tags = request.tags;
    run.config = request.config;
    run.environment = describeEnvironment();
    run.datasetFingerprint = data.datasetFingerprint;
    run.evaluationFingerprint = data.evaluationFingerprint;
    run.trainCrack = cracks(data.train);
    run.trainNoCrack = static_cast<std::int64_t>(data.train.size()) - run.trainCrack;
    run.validCrack = cracks(data.valid);
    run.validNoCrack = static_cast<std::int64_t>(data.valid.size()) - run.validCrack;
    return run;
}

RunResult toResult(RunId run, const Result<TrainOutcome>& outcome, const std::optional<Error>& storeError,
                   const RunConfig& config) {
    if (storeError || !outcome) {
        const Error error = storeError ? *storeError : outcome.error();
        return {run, RunStatus::Failed, error.message(), error};
    }
    switch (outcome->end) {
    case TrainEnd::AllEpochs:
        return {run, RunStatus::Finished, fmt::format("all {} epochs done", outcome->epochs), std::nullopt};
    case TrainEnd::EarlyStopping:
        return {run, RunStatus::Finished,
                fmt::format("stopped early after epoch {}: no lower loss in {} epochs", outcome->epochs,
                            config.patience),
                std::nullopt};
    case TrainEnd::Stopped:
        break;
    }
    return {run, RunStatus::Stopped,
            fmt::format("stopped by the user after {} whole epochs", outcome->epochs), std::nullopt};
}

} // namespace

Result<RunResult> TrainingSession::run(const RunRequest& wanted, TrainObserver& observer,
                                       std::stop_token stop) {
    if (const auto errors = validate(wanted.config); !errors.empty()) {
        return failure(errors.front());
    }
    RunRequest request = wanted;
    request.config = withAbsolutePaths(wanted.config);
    auto data = collectRunData(request.config);
    if (!data) {
        return failure(data.error());
    }
    auto store = RunStore::open(m_workspace, m_clock);
    if (!store) {
        return failure(store.error());
    }
    if (const auto swept = (*store)->sweepDeadRuns(); !swept) {
        return failure(swept.error());
    }
    const NewRun description = describeRun(request, *data);
    const auto id = (*store)->createRun(description);
    if (!id) {
        return failure(id.error());
    }

    std::stop_source abort;
    const std::stop_callback onUserStop(stop, [&abort] { abort.request_stop(); });
    RunRecorder recorder(m_workspace, **store, observer, abort,
                         {.run = *id,
                          .uuid = description.uuid,
                          .name = description.name,
                          .config = request.config,
                          .device = {},
                          .precision = {},
                          .threads = 0,
                          .stepsInEpoch = 0,
                          .trainProposals = description.trainCrack + description.trainNoCrack,
                          .validProposals = description.validCrack + description.validNoCrack});
    if (hasEmulatedPrecision(request.config)) {
        recorder.note("warning", "This machine has to emulate bf16, which is some 20 times slower than fp32; "
                                 "precision auto would choose fp32.");
    }
    for (const std::string& warning : data->warnings) {
        recorder.note("warning", warning);
    }
    for (const SkippedFile& file : data->rejected) {
        recorder.onSkipped(file);
    }
    const TrainTask task{request.config, std::move(data->train), std::move(data->valid)};
    Result<TrainOutcome> outcome;
    {
        const Heartbeat heartbeat(m_workspace, m_clock, *id);
        outcome = train(task, recorder, abort.get_token());
        recorder.flush();
    }
    RunResult result = toResult(*id, outcome, recorder.failed(), request.config);
    if (result.error) {
        recorder.note("error", result.reason);
    }
    if (const auto closed = (*store)->closeRun(*id, result.status, result.reason); !closed && !result.error) {
        result.status = RunStatus::Failed;
        result.error = closed.error();
        result.reason = closed.error().message();
    }
    return result;
}

} // namespace fissure
