#pragma once

#include "core/base/RunControl.h"
#include "core/base/WorkClock.h"
#include "core/engine/Trainer.h"
#include "core/engine/train/EarlyStopping.h"
#include "core/engine/train/EvaluationPass.h"

#include <torch/torch.h>

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace fissure {

/// The loop of the reference work over a network that is ready to train: Adam, an epoch of training, a pass
/// over the validation crops, early stopping. Everything it is given must outlive it.
class TrainingLoop {
public:
    TrainingLoop(const TrainTask& task, const Device& device, Classifier& network, TrainListener& listener,
                 RunControl control);

    /// Once. Throws what LibTorch throws outside the epochs; fails as train() does.
    Result<TrainOutcome> run();

private:
    Result<void> runEpoch(int epoch);
    Result<SplitSums> trainEpoch(int epoch);
    Result<SplitSums> trainStep(const LoadedBatch& batch, int epoch);
    Result<std::optional<SplitMetrics>> validate(int epoch);
    void holdWhilePaused();
    Result<void> keepWeights(int epoch);
    Result<TrainOutcome> stopped();

    BatchPlan planOf(int epoch) const;
    LoaderOptions loaderOptionsOf(int epoch) const;

    const TrainTask& m_task;
    const RunConfig& m_config;
    const Device& m_device;
    Classifier& m_network;
    TrainListener& m_listener;
    RunControl m_control;
    WorkClock m_clock;

    CropSource m_trainCrops;
    CropSource m_validCrops;
    SkipReport m_trainSkips;
    SkipReport m_validSkips;
    std::vector<int> m_labels; ///< of the training proposals
    torch::optim::Adam m_optimizer;
    EarlyStopping m_earlyStopping;

    std::vector<Prediction> m_predictions; ///< of the last validation
    double m_trainSeconds = 0.0;           ///< of the last epoch, without its validation
    TrainOutcome m_outcome;
};

} // namespace fissure
