#pragma once

#include "app/cli/Command.h"
#include "core/store/RunQuery.h"

#include <memory>
#include <string>
#include <vector>

namespace fissure::cli {

/// Whether the workspace is the default one and nothing has made it yet: there are no runs, and that is fine.
bool isBeforeTheFirstRun(const Context& context);

/// Opens the runs of an existing workspace for reading, after dead ones were marked as interrupted where it
/// can be written. Nothing is made. Fails as Workspace::existing() and RunQuery::open() do.
Result<std::unique_ptr<RunQuery>> openRuns(const Context& context);

/// One run chosen by the user's text: an id, a prefix of the uuid or "last".
struct ChosenRun {
    std::unique_ptr<RunQuery> query;
    RunRecord record;

    RunId id() const { return record.summary.id; }
};
Result<ChosenRun> openRun(const Context& context, const std::string& text);

/// The weights of the run's best epoch. Fails with Empty where it has kept none.
Result<CheckpointRecord> bestWeights(const ChosenRun& run);

/// The predictions of the run's best epoch. Fails with Empty where it has none.
Result<std::vector<Prediction>> readPredictions(const ChosenRun& run);

} // namespace fissure::cli
