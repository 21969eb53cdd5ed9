#pragma once

#include "core/store/RunRecord.h"
#include "core/store/RunStore.h"

#include <string>
#include <vector>

namespace fissure::test {

/// An epoch whose figures depend on its number: validation loss 1 / epoch, 25 / 8 / 41 / 6 validation counts.
EpochMetrics sampleEpoch(int epoch);

/// A finished run of that number with so many epochs; the last is the best.
RunSummary sampleSummary(std::int64_t id, const std::string& name, int epochs = 3);

/// The same with all that a record has: environment, checkpoints, skipped files, notes.
RunRecord sampleRecord(std::int64_t id, const std::string& name, int epochs = 3);

/// Steps of the epochs, ten each.
std::vector<StepMetrics> sampleSteps(int epochs);

/// Writes such a run; it counts as running in this process until it is closed.
RunId writeRun(RunStore& store, const std::string& name, int epochs = 3);

} // namespace fissure::test
