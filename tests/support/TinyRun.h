#pragma once

#include "core/config/RunConfig.h"
#include "core/session/TrainObserver.h"

#include <filesystem>
#include <functional>
#include <string>
#include <utility>
#include <vector>

namespace fissure::test {

/// Writes train (24 crops) and valid (10 crops) under the folder and configures a run over them that takes
/// about a second: resnet18 at 32 px, two epochs, fp32.
RunConfig prepareTinyRun(const std::filesystem::path& folder);

/// Keeps all it hears.
class RecordingObserver final : public TrainObserver {
public:
    std::function<void(const StepMetrics&)> whenStep; ///< called after the step was kept, may be empty

    void onStarted(const RunStarted& run) override { started.push_back(run); }
    void onStep(const StepMetrics& step) override {
        steps.push_back(step);
        if (whenStep) {
            whenStep(step);
        }
    }
    void onValidationProgress(const ValidationProgress& progress) override {
        validations.push_back(progress);
    }
    void onPaused() override { ++pauses; }
    void onEpoch(const EpochMetrics& epoch, std::span<const Prediction> found) override {
        epochs.push_back(epoch);
        predictions.assign(found.begin(), found.end());
    }
    void onNote(const std::string& severity, const Text& text) override {
        notes.emplace_back(severity, text.str());
    }

    std::vector<RunStarted> started;
    std::vector<StepMetrics> steps;
    std::vector<ValidationProgress> validations;
    int pauses = 0;
    std::vector<EpochMetrics> epochs;
    std::vector<Prediction> predictions; ///< of the last epoch
    std::vector<std::pair<std::string, std::string>> notes;
};

} // namespace fissure::test
