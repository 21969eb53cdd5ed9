#include "app/cli/RunAccess.h"

#include "core/base/Workspace.h"
#include "core/store/RunStore.h"

#include <algorithm>
#include <chrono>
#include <filesystem>

namespace fissure::cli {

namespace {

/// A list that cannot be brought up to date is still worth reading, and not worth waiting for.
void sweepWherePossible(const Workspace& workspace) {
    std::error_code error;
    if (!std::filesystem::exists(workspace.database(), error) || !Workspace::open(workspace.root())) {
        return;
    }
    const SystemClock clock;
    if (const auto store = RunStore::open(workspace, clock, std::chrono::seconds(1))) {
        static_cast<void>((*store)->sweepDeadRuns());
    }
}

} // namespace

bool isBeforeTheFirstRun(const Context& context) {
    std::error_code error;
    return context.workspace == Workspace::defaultRoot() &&
           std::filesystem::status(context.workspace, error).type() == std::filesystem::file_type::not_found;
}

Result<std::unique_ptr<RunQuery>> openRuns(const Context& context) {
    return Workspace::existing(context.workspace).and_then([](const Workspace& workspace) {
        sweepWherePossible(workspace);
        return RunQuery::open(workspace);
    });
}

Result<ChosenRun> openRun(const Context& context, const std::string& text) {
    auto query = openRuns(context);
    if (!query) {
        return failure(query.error());
    }
    auto record = (*query)->resolve(text).and_then([&](RunId id) { return (*query)->run(id); });
    if (!record) {
        return failure(record.error());
    }
    return ChosenRun{std::move(*query), std::move(*record)};
}

Result<CheckpointRecord> bestWeights(const ChosenRun& run) {
    const auto& kept = run.record.checkpoints;
    const auto best = std::ranges::find(kept, "best", &CheckpointRecord::kind);
    if (best == kept.end()) {
        return failure(ErrorCode::Empty, "run " + std::to_string(run.id().value), "it has kept no weights");
    }
    return *best;
}

Result<std::vector<Prediction>> readPredictions(const ChosenRun& run) {
    auto predictions = run.query->predictions(run.id());
    if (predictions && predictions->empty()) {
        return failure(ErrorCode::Empty, "run " + std::to_string(run.id().value),
                       "it has no predictions: no epoch with validation proposals was completed");
    }
    return predictions;
}

} // namespace fissure::cli
