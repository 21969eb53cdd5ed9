#pragma once

#include "core/base/Ids.h"
#include "core/base/Text.h"
#include "core/config/RunConfig.h"
#include "core/metrics/TrainMetrics.h"

#include <cstdint>
#include <span>
#include <string>

namespace fissure {

/// A run that is about to train its first batch.
struct RunStarted {
    RunId run;
    std::string uuid;
    std::string name;
    RunConfig config;
    std::string device;    ///< "cpu"
    std::string precision; ///< what auto became
    int threads = 0;
    int stepsInEpoch = 0;
    std::int64_t trainProposals = 0;
    std::int64_t validProposals = 0;
};

/// Hears of a run, on the thread that trains. Slow observers slow the training: take the value and return.
class TrainObserver {
public:
    virtual ~TrainObserver() = default;

    virtual void onStarted(const RunStarted& started) = 0;
    virtual void onStep(const StepMetrics& step) = 0;
    virtual void onValidationProgress(const ValidationProgress& progress) = 0;
    /// The training is held as it was asked to be; whoever lets it go on knows when that is.
    virtual void onPaused() = 0;
    virtual void onEpoch(const EpochMetrics& epoch, std::span<const Prediction> predictions) = 0;
    /// One line for the log: a skipped file, a warning. severity: "info", "warning" or "error".
    virtual void onNote(const std::string& severity, const Text& text) = 0;
};

} // namespace fissure
