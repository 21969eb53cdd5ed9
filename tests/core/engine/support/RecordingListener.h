#pragma once

#include "core/engine/Trainer.h"

#include <cstddef>
#include <functional>
#include <optional>
#include <span>
#include <utility>
#include <vector>

namespace fissure::test {

/// Keeps all it hears of a training.
class RecordingListener final : public TrainListener {
public:
    EngineFacts facts;
    std::vector<StepMetrics> steps;
    std::vector<ValidationProgress> validation;
    int pauses = 0;
    int resumes = 0;
    std::vector<EpochMetrics> epochs;
    std::vector<std::vector<Prediction>> predictions; ///< by epoch
    std::vector<int> weightEpochs;
    std::vector<std::size_t> epochsAtWeights; ///< how many epochs it had heard of by each of them
    std::vector<std::byte> weights;           ///< the last ones
    std::vector<SkippedFile> skipped;

    std::function<void(const StepMetrics&)> stepped;          ///< called after each step
    std::function<void(const ValidationProgress&)> validated; ///< called after each validation batch
    std::function<void(const SkippedFile&)> skippedOne;       ///< called after each skipped crop
    std::function<void()> held;                               ///< called when the training is held
    std::optional<Error> refuseWeights;                       ///< what onWeights() answers

    void onStarted(const EngineFacts& started) override { facts = started; }
    void onStep(const StepMetrics& step) override {
        steps.push_back(step);
        if (stepped) {
            stepped(step);
        }
    }
    void onValidationProgress(const ValidationProgress& progress) override {
        validation.push_back(progress);
        if (validated) {
            validated(progress);
        }
    }
    void onPaused() override {
        ++pauses;
        if (held) {
            held();
        }
    }
    void onResumed() override { ++resumes; }
    void onEpoch(const EpochMetrics& epoch, std::span<const Prediction> said) override {
        epochs.push_back(epoch);
        predictions.emplace_back(said.begin(), said.end());
    }
    Result<void> onWeights(int epoch, std::span<const std::byte> safetensors) override {
        weightEpochs.push_back(epoch);
        epochsAtWeights.push_back(epochs.size());
        weights.assign(safetensors.begin(), safetensors.end());
        return refuseWeights ? Result<void>(failure(*refuseWeights)) : Result<void>();
    }
    void onSkipped(const SkippedFile& file) override {
        skipped.push_back(file);
        if (skippedOne) {
            skippedOne(file);
        }
    }
};

/// Hears how far an evaluation is.
class RecordingEvaluationListener final : public EvaluationListener {
public:
    std::vector<std::pair<int, int>> progress;
    void onProgress(int batch, int batches) override { progress.emplace_back(batch, batches); }
};

} // namespace fissure::test
